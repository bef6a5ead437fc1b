// Reads pages named on the command line and prints, as JSON, what search engines would find wrong in their
// structured data: [[file, severity, message, path], …].
import { readFileSync } from "node:fs";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";

const Extractor = WebAutoExtractor.default ?? WebAutoExtractor;
const found = [];
for (const file of process.argv.slice(2)) {
  const data = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(readFileSync(file, "utf8"));
  for (const issue of await new Validator().validate(data)) {
    found.push([file, issue.severity, issue.issueMessage, JSON.stringify(issue.path ?? [])]);
  }
}
console.log(JSON.stringify(found));
