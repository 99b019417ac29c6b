#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"

namespace crosscheck {
namespace {

// "a/x.txt:12:7" -> path, line 12, column 7; column 0 where none is given.
struct Place {
  std::string path;
  uint32_t line = 0;
  uint32_t column = 0;
};

std::optional<uint32_t> ReadNumber(std::string_view text) {
  uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

std::optional<Place> ReadPlace(const std::string& target) {
  const size_t last = target.rfind(':');
  if (last == std::string::npos) return std::nullopt;
  const auto tail = ReadNumber(std::string_view(target).substr(last + 1));
  if (!tail) return std::nullopt;
  const size_t before = target.rfind(':', last - 1);
  if (before != std::string::npos && before < last) {
    const auto line = ReadNumber(
        std::string_view(target).substr(before + 1, last - before - 1));
    if (line) return Place{target.substr(0, before), *line, *tail};
  }
  return Place{target.substr(0, last), *tail, 0};
}

std::string OrOpen(const std::string& text) {
  return text.empty() ? "open" : text;
}

// Isolates keep right-to-left quotes from reordering what stands around them.
std::string Isolated(const std::string& text) {
  return "\u2068" + text + "\u2069";
}

std::string Range(const ReportClaim& claim) {
  if (claim.low.empty() && claim.high.empty()) return "unbounded";
  return fmt::format("{}{}, {}{}", claim.low_included ? "[" : "(",
                     claim.low.empty() ? "-inf" : claim.low,
                     claim.high.empty() ? "+inf" : claim.high,
                     claim.high_included ? "]" : ")");
}

// The derivation of one figure, a tree of plain lines.
std::string Derivation(const ReportClaim& claim, const Rulebook& rules) {
  std::string out;
  out += fmt::format("{}:{}:{}  {}\n", claim.article, claim.line, claim.column,
                     Isolated(claim.quote));
  out += fmt::format("  in: {}\n", Isolated(claim.sentence));
  out += fmt::format("  bytes {} to {}{}\n", claim.begin_byte, claim.end_byte,
                     claim.field.empty()
                         ? std::string()
                         : fmt::format(" of field {}", claim.field));
  out +=
      fmt::format("  figure: {} {}{} ({})\n", claim.kind, OrOpen(claim.value),
                  claim.unit.empty() ? "" : " " + claim.unit, claim.modality);
  out += fmt::format("    allows {}\n", Range(claim));
  if (claim.unit_candidates.size() > 1) {
    out += fmt::format("    unit may be {}\n",
                       fmt::join(claim.unit_candidates, ", "));
  }
  if (!claim.doubt.empty()) out += fmt::format("    doubt: {}\n", claim.doubt);
  out += "  read by\n";
  for (const std::string& id : claim.rules) {
    const auto rule = rules.Find(id);
    out += fmt::format("    {}{}\n", id,
                       rule ? ": " + std::string(rules.Means(*rule)) : "");
  }
  out += fmt::format("  about: {}, {}{}\n", Isolated(OrOpen(claim.subject)),
                     OrOpen(claim.metric),
                     claim.metric_known ? " (known metric)" : "");
  if (!claim.qualifiers.empty()) {
    out += fmt::format("    {}\n", fmt::join(claim.qualifiers, ", "));
  }
  out += fmt::format("  when: {} to {} ({})\n", OrOpen(claim.when_first),
                     OrOpen(claim.when_last), claim.when_basis);
  if (!claim.speaker.empty()) {
    out += fmt::format("  said by: {}\n", Isolated(claim.speaker));
  }
  if (claim.planned) out += "  planned, not done\n";
  if (claim.negated) out += "  denied in its sentence\n";
  return out;
}

int ExplainPlace(const Flags& flags, const Session& session,
                 const Place& place) {
  const IntakeResult input =
      ReadArticles({place.path}, InputOptions(flags), session.rules);
  const int exit = Complain(flags, input.problems, input.warnings);
  const Pipeline pipeline(session.rules, session.Options(flags));
  std::string out;
  for (const Article& article : input.articles) {
    // Of a file of records, the line is that of the record.
    if (article.is_record && article.record_line != place.line) continue;
    for (const ReportClaim& claim : pipeline.Extract(article).claims) {
      if (!article.is_record && claim.line != place.line) continue;
      // A column names the figure that stands over it.
      const auto width = static_cast<uint32_t>(
          std::count_if(claim.quote.begin(), claim.quote.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
          }));
      if (place.column != 0 && (place.column < claim.column ||
                                place.column >= claim.column + width)) {
        continue;
      }
      out += Derivation(claim, session.rules);
    }
  }
  if (out.empty() && exit == kExitClean) {
    out =
        fmt::format("{}:{}: no figure was read here\n", place.path, place.line);
  }
  const auto done = WriteOutput(flags.output_file, out);
  return done.ok() ? exit : kExitFailed;
}

int ExplainFinding(const Flags& flags, const Session& session) {
  Report report;
  if (!flags.run_file.empty()) {
    auto saved = ReadRun(flags.run_file);
    if (!saved.ok()) {
      Complain(std::string(saved.status().message()));
      return kExitFailed;
    }
    report = *std::move(saved);
  } else {
    std::vector<std::string> paths = InputPaths(flags, session.config);
    if (paths.empty()) {
      Complain(fmt::format(
          "explain {}: no run named; add the articles it came from, or --run "
          "run.json",
          flags.target));
      return kExitFailed;
    }
    std::sort(paths.begin(), paths.end());
    const IntakeResult input =
        ReadArticles(paths, InputOptions(flags), session.rules);
    Complain(flags, input.problems, input.warnings);
    report =
        Pipeline(session.rules, session.Options(flags)).Check(input.articles);
  }
  const auto finding = std::find_if(
      report.findings.begin(), report.findings.end(), [&](const Finding& f) {
        return f.id == flags.target || f.fingerprint == flags.target;
      });
  if (finding == report.findings.end()) {
    Complain(fmt::format(
        "explain {}: no such finding in this run of {}; give an id such as f1 "
        "or a fingerprint",
        flags.target, report.findings.size()));
    return kExitFailed;
  }
  std::string out = fmt::format(
      "{} {} ({}, {}): {}\n\nwhy\n", finding->id, ToString(finding->verdict),
      ToString(finding->severity), finding->rule, finding->message);
  for (const std::string& line : finding->explanation) {
    out += fmt::format("  - {}\n", line);
  }
  if (!finding->likely_slip.empty()) {
    out += fmt::format("  - looks like {}\n", finding->likely_slip);
  }
  out += "\nthe figures\n";
  for (uint32_t claim : finding->claims) {
    out += Derivation(report.claims[claim], session.rules) + "\n";
  }
  return WriteOutput(flags.output_file, out).ok() ? kExitClean : kExitFailed;
}

}  // namespace

int RunExplain(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  if (const auto place = ReadPlace(flags.target)) {
    return ExplainPlace(flags, *session, *place);
  }
  return ExplainFinding(flags, *session);
}

}  // namespace crosscheck
