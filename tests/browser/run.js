// All browser tests, one after the other:
//   CROSSCHECK_REPORTS=FOLDER node run.js [NAME-PART …]
// FOLDER is what //reports/html:write_samples wrote. NAME-PARTs choose files.
const chosen = process.argv.slice(2);
for (const name of ['cli', 'sound', 'use', 'hostile', 'budget']) {
  if (chosen.length > 0 && !chosen.some((part) => name.includes(part))) continue;
  await import(`./${name}.test.js`);
}
