#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "checker/cli/commands.h"
#include "checker/cli/session.h"
#include "reports/json/json_report.h"

namespace crosscheck {
namespace {

Article Statement(std::string id, std::string text, const std::string& language,
                  const std::string& published) {
  Article article;
  article.id = std::move(id);
  article.text = std::move(text);
  article.language = language;
  article.published_text = published;
  article.published = ParseIsoDate(published);
  return article;
}

std::string Texts(const std::vector<std::string>& texts) {
  nlohmann::ordered_json list = texts;
  return list.dump(-1, ' ', false,
                   nlohmann::ordered_json::error_handler_t::replace);
}

std::string Claims(const std::vector<ReportClaim>& claims) {
  std::string out = "[";
  for (const ReportClaim& claim : claims) {
    if (out.size() > 1) out += ", ";
    out += ClaimToJson(claim);
  }
  return out + "]";
}

std::string Line(const std::string& id, const StatementVerdict& verdict) {
  return fmt::format(
      "{{\"id\": {}, \"label\": \"{}\", \"verdict\": {}, \"explanation\": {}, "
      "\"claims_a\": {}, \"claims_b\": {}}}\n",
      id.empty() ? "null" : nlohmann::json(id).dump(), verdict.label,
      verdict.verdict.empty() ? "null" : fmt::format("\"{}\"", verdict.verdict),
      Texts(verdict.explanation), Claims(verdict.claims_a),
      Claims(verdict.claims_b));
}

// The language the texts are in, where it is not said: read as intake would.
std::string LanguageOf(const std::string& text, const Session& session) {
  const IntakeResult read =
      ReadArticleBytes("statement.txt", text, {}, session.rules);
  return read.articles.empty() ? "en" : read.articles[0].language;
}

StatementVerdict CompareTexts(const Session& session, const Pipeline& pipeline,
                              const std::string& a, const std::string& b,
                              std::string language,
                              const std::string& published_a,
                              const std::string& published_b) {
  const std::string language_a =
      language.empty() ? LanguageOf(a, session) : language;
  const std::string language_b =
      language.empty() ? LanguageOf(b, session) : language;
  return pipeline.Compare(Statement("a", a, language_a, published_a),
                          Statement("b", b, language_b, published_b));
}

}  // namespace

int RunCompare(const Flags& flags) {
  auto session = OpenSession(flags);
  if (!session.ok()) {
    Complain(std::string(session.status().message()));
    return kExitFailed;
  }
  const Pipeline pipeline(session->rules, session->Options(flags));
  if (flags.paths.empty()) {
    if (flags.statement_a.empty() || flags.statement_b.empty()) {
      Complain(
          "compare: nothing to compare; give --a TEXT --b TEXT, or a "
          "PAIRS.jsonl");
      return kExitFailed;
    }
    const StatementVerdict verdict =
        CompareTexts(*session, pipeline, flags.statement_a, flags.statement_b,
                     flags.language, flags.published, flags.published);
    const auto done = WriteOutput(flags.output_file, Line("", verdict));
    return done.ok() ? kExitClean : kExitFailed;
  }
  int exit = kExitClean;
  std::string out;
  for (const std::string& path : flags.paths) {
    const auto text = ReadWhole(path);
    if (!text.ok()) {
      Complain(std::string(text.status().message()));
      exit = kExitFailed;
      continue;
    }
    std::istringstream lines(*text);
    size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      const auto pair =
          nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
      const auto field = [&](const char* name) {
        return pair.is_object() && pair.contains(name) && pair[name].is_string()
                   ? pair[name].get<std::string>()
                   : std::string();
      };
      if (!pair.is_object() || field("a").empty() || field("b").empty()) {
        Complain(
            fmt::format("{}:{}: no pair; a line holds {{\"id\", \"a\", \"b\"}}",
                        path, number));
        exit = kExitFailed;
        continue;
      }
      const std::string language =
          field("lang").empty() ? flags.language : field("lang");
      const std::string shared =
          field("published").empty() ? flags.published : field("published");
      const auto day = [&](const char* name) {
        return field(name).empty() ? shared : field(name);
      };
      out +=
          Line(field("id"),
               CompareTexts(*session, pipeline, field("a"), field("b"),
                            language, day("published_a"), day("published_b")));
    }
  }
  if (const auto done = WriteOutput(flags.output_file, out); !done.ok()) {
    Complain(std::string(done.message()));
    return kExitFailed;
  }
  return exit;
}

}  // namespace crosscheck
