#include <fmt/format.h>

#include <algorithm>

#include "checker/cli/acceptance.h"
#include "checker/cli/archive.h"
#include "checker/cli/carried_figures.h"
#include "checker/cli/commands.h"
#include "checker/cli/run_gate.h"
#include "checker/cli/session.h"
#include "checker/gate/ledger_entries.h"
#include "checker/pipeline/show_claim.h"
#include "reports/json/json_report.h"
#include "reports/json/json_writer.h"

namespace crosscheck {
namespace {

int Write(const Flags& flags, const std::string& text) {
  const auto done = WriteOutput(flags.output_file, text);
  return done.ok() ? kExitClean : Fail(done);
}

// The configuration without the rules, which counting does not need.
absl::StatusOr<std::unique_ptr<Ledger>> OpenToRead(const Flags& flags) {
  if (!flags.ledger.empty()) {
    return OpenLedger(flags, {}, false, "", "crosscheck ledger");
  }
  const auto session = OpenSession(flags);
  if (!session.ok()) return session.status();
  return OpenLedger(flags, session->config, false, "", "crosscheck ledger");
}

int Stats(const Flags& flags) {
  auto ledger = OpenToRead(flags);
  if (!ledger.ok()) return Fail(ledger.status());
  const auto found = (*ledger)->Statistics();
  if (!found.ok()) return Fail(found.status());
  const LedgerStatistics& s = *found;
  const uint64_t a_article = s.articles == 0 ? 0 : s.bytes / s.articles;
  if (flags.format == "json" || flags.format == "jsonl") {
    JsonWriter json;
    json.BeginObject()
        .Member("ledger", (*ledger)->path())
        .Member("schema", static_cast<uint64_t>(s.schema))
        .Member("made_with", s.made_with)
        .Member("articles", s.articles)
        .Member("current_articles", s.current_articles)
        .Member("claims", s.claims)
        .Member("features", s.features)
        .Member("measures", s.measures)
        .Member("bytes", s.bytes)
        .Member("bytes_an_article", a_article)
        .Member("reading_bytes", s.reading_bytes)
        .Member("first_day", s.first_day ? ToIsoDate(*s.first_day) : "")
        .Member("last_day", s.last_day ? ToIsoDate(*s.last_day) : "");
    for (const auto& [name, counts] : {std::pair("languages", &s.languages),
                                       std::pair("outlets", &s.outlets),
                                       std::pair("findings", &s.findings)}) {
      json.Key(name).BeginObject();
      for (const auto& [what, count] : *counts) json.Member(what, count);
      json.EndObject();
    }
    return Write(flags, json.EndObject().Take() + "\n");
  }
  std::string out = fmt::format(
      "articles  {}\nclaims    {}\nsize      {} bytes, {} an article\n"
      "schema    {}\nrules     {}\n",
      s.articles, s.claims, s.bytes, a_article, s.schema, s.made_with);
  if (s.current_articles < s.articles) {
    out += fmt::format(
        "stale     {} (read with other rules, not compared; index them "
        "again)\n",
        s.articles - s.current_articles);
  }
  if (s.first_day) {
    out += fmt::format("days      {} to {}\n", ToIsoDate(*s.first_day),
                       ToIsoDate(*s.last_day));
  }
  const auto list = [&](const char* what, const auto& counts) {
    for (const auto& [name, count] : counts) {
      out += fmt::format("{} {}  {}\n", what, name.empty() ? "unknown" : name,
                         count);
    }
  };
  list("language", s.languages);
  list("outlet", s.outlets);
  list("finding", s.findings);
  return Write(flags, out);
}

int History(const Flags& flags) {
  if (flags.paths.size() != 1) {
    return Fail(absl::InvalidArgumentError(
        "ledger history: one fact is wanted; write \"Stargate, project "
        "value\""));
  }
  auto ledger = OpenToRead(flags);
  if (!ledger.ok()) return Fail(ledger.status());
  const auto figures =
      FindFiguresOf(**ledger, ReadFactName(flags.paths[0]), std::nullopt);
  if (!figures.ok()) return Fail(figures.status());
  return Write(flags, flags.format == "json" || flags.format == "jsonl"
                          ? ToJson(*figures, flags.format == "jsonl")
                          : ToText(*figures, true));
}

bool IsFingerprint(const std::string& name) {
  return name.size() == 16 &&
         name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

int Dismiss(const Flags& flags) {
  if (flags.paths.empty()) {
    return Fail(absl::InvalidArgumentError(
        "ledger dismiss: no finding named; give its id or fingerprint with "
        "--run RUN.json, or followed by the articles it is in"));
  }
  auto session = OpenSession(flags);
  if (!session.ok()) return Fail(session.status());
  std::vector<std::string> names = flags.paths, articles;
  if (flags.run_file.empty()) {
    articles.assign(names.begin() + 1, names.end());
    names.resize(1);
  }
  Flags signing = flags;
  if (signing.owner.empty()) {
    const char* user = std::getenv("USER");
    signing.owner = user != nullptr && *user != '\0' ? user : "unknown";
  }
  std::vector<Accepted> entries;
  if (flags.run_file.empty() && articles.empty()) {
    if (!IsFingerprint(names[0])) {
      return Fail(absl::InvalidArgumentError(fmt::format(
          "ledger dismiss {}: an id means something within a run only; add "
          "--run RUN.json (a gate's --format json) or the articles",
          names[0])));
    }
    entries.emplace_back().fingerprint = names[0];
  } else {
    int input_exit = kExitClean;
    const auto report = flags.run_file.empty()
                            ? GateReport(flags, *session, articles, input_exit)
                            : ReadRun(flags.run_file);
    if (!report.ok()) return Fail(report.status());
    const auto findings = FindFindings(*report, names);
    if (!findings.ok()) return Fail(findings.status());
    const AcceptedMaker maker(*report);
    for (const Finding* finding : *findings) {
      entries.push_back(maker.Make(*finding));
    }
  }
  for (Accepted& entry : entries) {
    if (const auto done = Sign(signing, "accepted", entry); !done.ok()) {
      return Fail(done);
    }
  }
  auto ledger =
      OpenLedger(flags, session->config, true, "", "crosscheck ledger dismiss");
  if (!ledger.ok()) return Fail(ledger.status());
  for (const Accepted& entry : entries) {
    if (const auto done = AddEntry(**ledger, entry); !done.ok()) {
      return Fail(done);
    }
  }
  if (const auto done = (*ledger)->Checkpoint(); !done.ok()) return Fail(done);
  return Write(flags, fmt::format("{}: {} dismissed\n", (*ledger)->path(),
                                  entries.size()));
}

// Every article with its claims, a line each, in order of documents; then what
// was dismissed. The same content gives the same bytes.
int Export(const Flags& flags) {
  auto ledger = OpenToRead(flags);
  if (!ledger.ok()) return Fail(ledger.status());
  std::FILE* out = stdout;
  if (!flags.output_file.empty() && flags.output_file != "-") {
    out = std::fopen(flags.output_file.c_str(), "wb");
    if (out == nullptr) {
      return Fail(absl::UnavailableError(
          flags.output_file + ": cannot be written; name another file"));
    }
  }
  bool good = true;
  const auto write = [&](const std::string& line) {
    good = good && std::fwrite(line.data(), 1, line.size(), out) == line.size();
  };
  auto done = (*ledger)->ForEachArticle([&](const StoredArticle& stored) {
    TextPool pool;
    const auto reading = (*ledger)->Load(stored.number, pool);
    if (!reading.ok()) return reading.status();
    const ReportArticle& article = reading->article;
    JsonWriter json;
    json.BeginObject()
        .Member("document", stored.document)
        .Member("path", stored.path)
        .Member("id", article.id)
        .Member("outlet", article.outlet)
        .Member("url", article.url)
        .Member("language", article.language)
        .Member("published", article.published)
        .Member("title", article.title)
        .EndObject();
    std::string line = json.Take();
    line.pop_back();
    line += ", \"claims\": [";
    for (size_t i = 0; i < reading->places.size(); ++i) {
      ReportClaim claim = ShowClaim(article, reading->text, reading->places[i],
                                    reading->made.claims[i]);
      claim.id = fmt::format("c{}", i + 1);
      if (i > 0) line += ", ";
      line += ClaimToJson(claim);
    }
    write(line + "]}\n");
    return absl::OkStatus();
  });
  if (done.ok()) {
    const auto entries = (*ledger)->AllFindings();
    done = entries.status();
    if (done.ok()) {
      for (const std::string& line : *entries) {
        write("{\"finding\": " + line + "}\n");
      }
    }
  }
  good = std::fflush(out) == 0 && good;
  if (out != stdout) good = std::fclose(out) == 0 && good;
  if (!done.ok()) return Fail(done);
  if (!good) {
    return Fail(absl::UnavailableError(
        "ledger export: cannot be written to its end; free space"));
  }
  return kExitClean;
}

}  // namespace

int RunLedger(const Flags& flags) {
  if (flags.action == "stats") return Stats(flags);
  if (flags.action == "history") return History(flags);
  if (flags.action == "dismiss") return Dismiss(flags);
  return Export(flags);
}

}  // namespace crosscheck
