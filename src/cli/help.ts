/** What each command says of itself. */
export const HELP = `imt: IM&T spend returns of the NHS in England, made, filled in, checked and added up.

  imt template --out FILE.xlsx [--year YEAR] [--role ROLE] [--org CODE --register FILE.csv]
      Makes a blank workbook; with --org, filled in for one organisation of the register.

  imt template --all --sha CODE --register FILE.csv --out FOLDER [--year YEAR] [--role ROLE]
      Makes every workbook that the organisations of an authority are to fill in, each with its
      organisation in it. A workbook that is already in the folder is never written over.

  Either with --from FOLDER: a commissioner's community sheet gets one row for each provider of its
      community (the register's column lhc), with the figures of the providers' returns in FOLDER.

  imt keys [--year YEAR] [--role ROLE] [--json | --out KEYS.csv]
      Lists everything that can be filled in, by its key, and what is wanted there.

  imt guide --out GUIDE.html [--year YEAR] [--role ROLE]
      Prints the whole return from its definition, to read and to print: every sheet and answer, every
      check in words and as its formula, and where each point of the guidance is served.

  imt blanks --out FOLDER
      Makes every blank workbook and every guide, of all planning years and roles.

  imt fill FILE.xlsx --values VALUES.csv --out NEW.xlsx
      Puts values into a new workbook, over those that FILE holds; FILE stays as it is. VALUES.csv
      has the columns key and value; an empty value clears the entry. One line that is wrong, and
      nothing is written.

  imt check FILE… [--register FILE.csv] [--json] [--on DATE]
      Says what is wrong with a return: which cell, what was found, how to put it right.
      With folders, checks every workbook in them. --json prints one line of JSON a file.
      --on checks as on that day and not as of today: a new rule may be advisory until a date.

  imt consolidate PATH… --sha CODE --register FILE.csv --out SUMMARY.xlsx [--facts FACTS.csv] [--year YEAR]
                 [--received RECEIVED.csv --due DATE] [--previous EARLIER.xlsx]
                 [--letters FOLDER] [--html REPORT.html] [--commitments DATABASE.csv]
                 [--lsp CONTRACTS.csv] [--on DATE]
      Adds returned workbooks up for a strategic health authority, and says who is missing; with
      --received and --due, also what is late. RECEIVED.csv has the columns file and received.
      Returns of the year before may lie among them where the year sets its figures beside those of now:
      they are shown side by side, and are in no total.
      --previous keeps the judgements, verdicts and own spend entered in an earlier summary, and says
      on a sheet Changes what has changed since it was made.
      --letters writes a letter to each organisation, to print or to paste into a message: what it has to
      put right or to explain, with a workbook that lists it; a reminder where nothing came.
      --commitments holds the NPfIT commitments of the plans against an extract of the National
      Programme Office's database: org, product, supplier, reference and go_live. --lsp holds the
      planned deployments of LSPs against their contracts: lsp, product, quarter (the planning year and
      Q1 to Q4, Q1 being April to June) and contracted.
      --html also writes the summary as one page to read and to print: figures and charts first, then
      what does not fit, then the tables of its sheets.

      --facts writes every value with its source, as Parquet where the name ends in .parquet.

  imt consolidate --national SUMMARY… --out NATIONAL.xlsx [--register FILE.csv] [--facts FILE]
                 [--html REPORT.html] [--on DATE] [--year YEAR]
      Rolls the summaries of several authorities up by their facts: the same sheets and charts with a row
      or a bar for each authority. With a register, authorities without a summary are shown as missing.
      A summary whose facts are no longer as it was made is refused. --html also writes it as a page, as
      of the day named by --on.

  imt demo [--year YEAR] [--out FOLDER]
      Makes a fictional authority: templates, returns with faults, summary. The usual year has 23 bodies;
      the others have nine each and go to demo/YEAR where no folder is named.

  imt manifest --site https://SERVER/FOLDER/ --out MANIFEST.xml [--id ID]
      Makes the file by which Excel finds the add-in, once the folder pane is served at that address.
      --id gives the add-in an Id of its own, where one Microsoft 365 tenant is to have it twice.

  imt --help, imt --version

A register is a CSV file with the columns code, name, type and sha; lhc, ft, email, contact,
telephone, predecessors and lsp may be added. --templates FOLDER uses definitions of your own. A date is written
dd/mm/yyyy or yyyy-mm-dd.

Exit code: 0 nothing is left to put right or explain, 1 something is, 2 it could not be done.`;
