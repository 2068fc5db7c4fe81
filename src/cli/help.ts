/** What each command says of itself. */
export const HELP = `imt: IM&T spend returns of the NHS in England, made, checked and added up.

  imt template --out FILE.xlsx [--year YEAR] [--role ROLE] [--org CODE --register FILE.csv]
      Makes a blank workbook; with --org, filled in for one organisation of the register.

  imt check FILE… [--register FILE.csv] [--json]
      Says what is wrong with a return: which cell, what was found, how to put it right.
      With folders, checks every workbook in them. --json prints one line of JSON a file.

  imt consolidate PATH… --sha CODE --register FILE.csv --out SUMMARY.xlsx [--facts FACTS.csv] [--year YEAR]
      Adds returned workbooks up for a strategic health authority, and says who is missing.

  imt demo [--out FOLDER]
      Makes a fictional authority of twelve providers: templates, returns with faults, summary.

  imt --help, imt --version

A register is a CSV file with the columns code, name, type and sha; lhc, ft, email, contact,
predecessors and lsp may be added. --templates FOLDER uses definitions of your own.

Exit code: 0 nothing is left to put right or explain, 1 something is, 2 it could not be done.`;
