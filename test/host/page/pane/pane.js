/* global document, Excel, Office */
// What an add-in does at the least: it listens to changes, and writes when it is asked to.
function say(id, words) {
  document.getElementById(id).textContent = words;
}

Office.onReady(async (info) => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (args) => {
      // What it wrote itself it knows.
      if (args.triggerSource === "ThisLocalAddin") return;
      await Excel.run(async (inner) => {
        const range = args.getRange(inner).load("address,values");
        await inner.sync();
        const line = document.createElement("li");
        line.textContent = `${range.address} ${JSON.stringify(range.values)} ${args.source} ${args.triggerSource}`;
        document.getElementById("changes").append(line);
      });
    });
    await context.sync();
  });
  say(
    "host",
    `${info.host} ${info.platform} ${Office.context.requirements.isSetSupported("ExcelApi", "1.14")}`,
  );
});

document.getElementById("write").addEventListener("click", () =>
  Excel.run(async (context) => {
    context.workbook.getActiveCell().values = [["written"]];
    await context.sync();
  }),
);
