#include "checker/evaluate/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace crosscheck {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return absl::NotFoundError(
        fmt::format("{}: cannot be read; give a path that exists", path));
  }
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

// The member as text: strings as they are, numbers as written, null and
// absent as nothing.
std::string TextOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return "";
  if (found->is_string()) return found->get<std::string>();
  return found->dump();
}

bool FlagOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return false;
  return found->is_boolean() ? found->get<bool>()
                             : found->is_number() && *found != 0;
}

std::vector<std::string> Values(const Json& value) {
  if (value.is_null()) return {};
  std::vector<std::string> out;
  if (!value.is_array()) {
    out.push_back(value.is_string() ? value.get<std::string>() : value.dump());
    return out;
  }
  for (const Json& element : value) {
    out.push_back(element.is_null()     ? ""
                  : element.is_string() ? element.get<std::string>()
                                        : element.dump());
  }
  return out;
}

std::optional<uint32_t> Whole(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_unsigned()) {
    return std::nullopt;
  }
  return found->get<uint32_t>();
}

std::optional<Span> SpanOf(const Json& object, const char* begin,
                           const char* end) {
  const auto first = Whole(object, begin), last = Whole(object, end);
  if (!first || !last || *first > *last) return std::nullopt;
  return Span{*first, *last};
}

// Byte offsets of the code points of a text, with that of its end.
std::vector<uint32_t> CodePointStarts(std::string_view text) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(i);
  }
  out.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

// Calls `take(object, where)` for each line; stops at the first error.
template <typename Take>
absl::Status EachLine(const std::string& path, const Take& take) {
  auto bytes = ReadFile(path);
  if (!bytes.ok()) return bytes.status();
  std::istringstream in(*bytes);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string where = fmt::format("{}:{}", path, number);
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object()) {
      return absl::InvalidArgumentError(
          fmt::format("{}: no JSON object; write one a line", where));
    }
    if (absl::Status status = take(object, where); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status Lacks(const std::string& where, std::string_view key) {
  return absl::InvalidArgumentError(
      fmt::format("{}: no usable \"{}\"; give it one", where, key));
}

absl::StatusOr<std::vector<std::string>> LineFiles(
    const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.path().extension() == ".jsonl") {
        inside.push_back(entry.path().string());
      }
    }
    if (inside.empty()) {
      return absl::NotFoundError(
          fmt::format("{}: holds no *.jsonl; name files of gold data", path));
    }
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

ExpectedFigure ReadExpected(const Json& object,
                            const std::vector<uint32_t>& starts) {
  ExpectedFigure out;
  out.surface = TextOf(object, "surface");
  out.kind = TextOf(object, "kind");
  out.unit = TextOf(object, "unit");
  out.grain = TextOf(object, "grain");
  out.unit_ambiguous = FlagOf(object, "unit_ambiguous");
  // Recognizers-Text ends its day ranges on the day after, and says so only
  // in its documentation.
  out.end_exclusive = FlagOf(object, "end_exclusive") ||
                      TextOf(object, "dt_type") == "daterange";
  // The suites that keep "50 cents" as 50 of the currency name the coin beside.
  std::string coin = TextOf(object, "unit_raw");
  if (coin.empty()) coin = TextOf(object, "normalized_unit");
  out.in_minor_unit = !object.contains("value_raw") &&
                      (coin == "Cent" || coin == "Penny" || coin == "Pence" ||
                       coin == "penny" || coin == "cent");
  out.is_relative = object.contains("relative");
  if (const auto value = object.find("value"); value != object.end()) {
    out.is_range = value->is_array();
    out.values = Values(*value);
  }
  if (const auto more = object.find("alternatives");
      more != object.end() && more->is_array()) {
    for (const Json& one : *more) out.alternatives.push_back(Values(one));
  }
  if (const auto span = SpanOf(object, "start", "end");
      span && span->end < starts.size()) {
    out.span = Span{starts[span->begin], starts[span->end]};
  }
  out.json = object.dump();
  return out;
}

GoldFact ReadFact(const Json& object) {
  GoldFact out;
  out.id = TextOf(object, "id");
  out.verdict = TextOf(object, "verdict");
  out.strength = TextOf(object, "strength");
  out.fact = TextOf(object, "fact");
  out.subject = TextOf(object, "subject");
  out.metric = TextOf(object, "metric");
  out.note = TextOf(object, "note");
  for (const Json& value : object.value("values", Json::array())) {
    GoldValue read;
    read.article = TextOf(value, "article");
    read.surface = TextOf(value, "span");
    read.unit = TextOf(value, "unit");
    read.modality = TextOf(value, "modality");
    if (value.contains("value")) {
      read.value = fmt::format("{}", fmt::join(Values(value["value"]), "/"));
    }
    // A value without a place cannot be met; an empty span meets nothing.
    read.span = SpanOf(value, "begin_byte", "end_byte").value_or(Span{});
    out.values.push_back(std::move(read));
  }
  const auto count = static_cast<uint32_t>(out.values.size());
  const bool conflict = out.verdict == "conflict";
  if (conflict) {
    for (const Json& pair : object.value("conflict_pairs", Json::array())) {
      if (!pair.is_array() || pair.size() != 2) continue;
      if (!pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) {
        continue;
      }
      const uint32_t i = pair[0], j = pair[1];
      if (i < count && j < count && i != j) out.pairs.emplace_back(i, j);
    }
    if (!out.pairs.empty()) return out;
  }
  for (uint32_t i = 0; i < count; ++i) {
    for (uint32_t j = i + 1; j < count; ++j) {
      const GoldValue &a = out.values[i], &b = out.values[j];
      if (!conflict || a.value != b.value || a.unit != b.unit) {
        out.pairs.emplace_back(i, j);
      }
    }
  }
  return out;
}

}  // namespace

bool ExtractionCase::Has(std::string_view flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

Article MakeTextArticle(std::string id, std::string language, std::string text,
                        const std::string& published) {
  Article out;
  out.id = std::move(id);
  out.path = out.id;
  out.language = std::move(language);
  out.text = std::move(text);
  out.published_text = published;
  if (!published.empty()) out.published = ParseIsoDate(published);
  const auto size = static_cast<uint32_t>(out.text.size());
  out.pieces = {{0, size, 0, size, 0}};
  out.fields = {""};
  return out;
}

absl::StatusOr<std::vector<ExtractionCase>> ReadExtractionCases(
    const std::vector<std::string>& paths) {
  auto files = LineFiles(paths);
  if (!files.ok()) return files.status();
  std::vector<ExtractionCase> out;
  for (const std::string& file : *files) {
    const auto status =
        EachLine(file, [&](const Json& object, const std::string& where) {
          ExtractionCase read;
          read.id = TextOf(object, "id");
          read.suite = TextOf(object, "suite");
          read.language = TextOf(object, "lang");
          read.text = TextOf(object, "text");
          read.ref_time = TextOf(object, "ref_time");
          read.tier = TextOf(object, "tier");
          if (read.tier.empty()) read.tier = "A";
          if (read.text.empty()) return Lacks(where, "text");
          const auto expected = object.find("expected");
          if (expected == object.end() || !expected->is_array()) {
            return Lacks(where, "expected");
          }
          if (object.contains("flags")) read.flags = Values(object["flags"]);
          const auto starts = CodePointStarts(read.text);
          for (const Json& one : *expected) {
            if (one.is_object()) {
              read.expected.push_back(ReadExpected(one, starts));
            }
          }
          out.push_back(std::move(read));
          return absl::OkStatus();
        });
    if (!status.ok()) return status;
  }
  return out;
}

absl::StatusOr<std::vector<GoldPair>> ReadGoldPairs(
    const std::vector<std::string>& paths) {
  auto files = LineFiles(paths);
  if (!files.ok()) return files.status();
  std::vector<GoldPair> out;
  for (const std::string& file : *files) {
    const auto status =
        EachLine(file, [&](const Json& object, const std::string& where) {
          GoldPair read;
          read.id = TextOf(object, "id");
          read.suite = TextOf(object, "suite");
          read.language = TextOf(object, "lang");
          read.a = TextOf(object, "a");
          read.b = TextOf(object, "b");
          read.published_a = TextOf(object, "published_a");
          read.published_b = TextOf(object, "published_b");
          read.label = TextOf(object, "label");
          read.two_way = FlagOf(object, "two_way");
          if (read.label != "consistent" && read.label != "contradiction" &&
              read.label != "unrelated") {
            return Lacks(where, "label");
          }
          for (const char* slice : {"num_rel", "num_only_edit"}) {
            const std::string value = TextOf(object, slice);
            if (!value.empty()) read.slices.emplace_back(slice, value);
          }
          out.push_back(std::move(read));
          return absl::OkStatus();
        });
    if (!status.ok()) return status;
  }
  return out;
}

absl::StatusOr<std::vector<std::string>> FindStories(
    const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  std::error_code error;
  for (const std::string& path : paths) {
    if (fs::exists(fs::path(path) / "story.json", error)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (fs::exists(entry.path() / "story.json", error)) {
        inside.push_back(entry.path().string());
      }
    }
    if (inside.empty()) {
      return absl::NotFoundError(fmt::format(
          "{}: holds no story.json; name a folder of stories", path));
    }
    std::sort(inside.begin(), inside.end());
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

absl::StatusOr<std::vector<Article>> ReadGoldArticles(
    const std::string& folder) {
  const std::string sources_path = (fs::path(folder) / "sources.json").string();
  auto sources_bytes = ReadFile(sources_path);
  if (!sources_bytes.ok()) return sources_bytes.status();
  const Json sources = Json::parse(*sources_bytes, nullptr, false);
  if (!sources.is_object() || !sources.contains("articles") ||
      !sources["articles"].is_object()) {
    return Lacks(sources_path, "articles");
  }
  std::vector<Article> out;
  for (const auto& [name, about] : sources["articles"].items()) {
    auto text = ReadFile((fs::path(folder) / name).string());
    if (!text.ok()) return text.status();
    Article article =
        MakeTextArticle(name, TextOf(about, "language"), *std::move(text),
                        TextOf(about, "published"));
    article.outlet = TextOf(about, "outlet");
    article.url = TextOf(about, "url");
    article.title = TextOf(about, "title");
    const bool untitled = about.is_object() && about.contains("title") &&
                          about["title"].is_null();
    if (!untitled) {
      const size_t line =
          std::min(article.text.find('\n'), article.text.size());
      article.title_span = {0, static_cast<uint32_t>(line)};
    }
    out.push_back(std::move(article));
  }
  return out;
}

absl::StatusOr<GoldStory> ReadStory(const std::string& folder) {
  GoldStory out;
  const fs::path home = fs::path(folder).lexically_normal();
  out.id = (home.has_filename() ? home : home.parent_path()).filename();
  const std::string about_path = (home / "story.json").string();
  auto about_bytes = ReadFile(about_path);
  if (!about_bytes.ok()) return about_bytes.status();
  const Json about = Json::parse(*about_bytes, nullptr, false);
  if (!about.is_object()) return Lacks(about_path, "exhaustive");
  out.exhaustive = FlagOf(about, "exhaustive");
  if (about.contains("lang")) {
    out.language = fmt::format("{}", fmt::join(Values(about["lang"]), "+"));
  }
  auto articles = ReadGoldArticles((home / "articles").string());
  if (!articles.ok()) return articles.status();
  out.articles = *std::move(articles);
  const auto status =
      EachLine((home / "facts.jsonl").string(),
               [&](const Json& object, const std::string& where) {
                 GoldFact fact = ReadFact(object);
                 if (fact.verdict.empty()) return Lacks(where, "verdict");
                 out.facts.push_back(std::move(fact));
                 return absl::OkStatus();
               });
  if (!status.ok()) return status;
  return out;
}

absl::StatusOr<SeedGold> ReadSeedGold(const std::string& folder) {
  SeedGold out;
  auto status = EachLine((fs::path(folder) / "claims.jsonl").string(),
                         [&](const Json& object, const std::string& where) {
                           SeedClaim claim;
                           claim.id = TextOf(object, "id");
                           claim.article = TextOf(object, "file");
                           claim.kind = TextOf(object, "kind");
                           claim.extract = TextOf(object, "extract");
                           claim.surface = TextOf(object, "core");
                           claim.value = TextOf(object, "value");
                           claim.unit = TextOf(object, "unit");
                           const auto core = SpanOf(object, "core_byte_start",
                                                    "core_byte_end");
                           if (!core) return Lacks(where, "core_byte_start");
                           claim.core = *core;
                           out.claims.push_back(std::move(claim));
                           return absl::OkStatus();
                         });
  if (!status.ok()) return status;
  status = EachLine((fs::path(folder) / "pairs.jsonl").string(),
                    [&](const Json& object, const std::string& where) {
                      SeedPair pair;
                      pair.id = TextOf(object, "id");
                      pair.a = TextOf(object, "a");
                      pair.b = TextOf(object, "b");
                      pair.relation = TextOf(object, "relation");
                      pair.flag = TextOf(object, "flag");
                      pair.issue = TextOf(object, "issue");
                      pair.why = TextOf(object, "why");
                      if (pair.flag.empty()) return Lacks(where, "flag");
                      out.pairs.push_back(std::move(pair));
                      return absl::OkStatus();
                    });
  if (!status.ok()) return status;
  return out;
}

}  // namespace crosscheck
