#include "checker/intake/metadata.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "checker/intake/article_text.h"
#include "checker/intake/byte_stream.h"

namespace crosscheck {
namespace {

constexpr uint64_t kSidecarLimit = uint64_t{256} << 20;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Reads up to `most` digits at `at` and moves it behind them; -1 if none.
int TakeNumber(std::string_view text, size_t& at, int most) {
  int value = 0, count = 0;
  while (at < text.size() && IsDigit(text[at]) && count < most) {
    value = value * 10 + (text[at++] - '0');
    ++count;
  }
  return count > 0 ? value : -1;
}

std::optional<IsoDate> ReadDay(int year, int month, int day) {
  const std::optional<Day> found = MakeDay(year, month, day);
  if (!found) return std::nullopt;
  return IsoDate{{found, found}, Granularity::kDay};
}

// What may follow a date: nothing, or a time of day.
bool IsTimeAfterDate(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest[0] == ',') rest.remove_prefix(1);
  if (rest.empty() || (rest[0] != ' ' && rest[0] != 'T')) return false;
  size_t at = rest.find_first_not_of(" T");
  if (at == std::string_view::npos) return true;
  const int hour = TakeNumber(rest, at, 2);
  if (hour < 0 || hour > 24) return false;
  if (at < rest.size() && rest[at] == ':') {
    ++at;
    const int minute = TakeNumber(rest, at, 2);
    return minute >= 0 && minute <= 59;
  }
  return true;
}

// "2025/1/28", "2025.01.28", "20250128", each with a time after it or not.
std::optional<IsoDate> ReadYearFirst(std::string_view text) {
  size_t at = 0;
  const int year = TakeNumber(text, at, 4);
  if (at != 4) return std::nullopt;
  const char mark = at < text.size() && !IsDigit(text[at]) ? text[at] : '\0';
  if (mark != '\0' && mark != '/' && mark != '.' && mark != '-') {
    return std::nullopt;
  }
  if (mark != '\0') ++at;
  const int month = TakeNumber(text, at, 2);
  if (mark != '\0') {
    if (at >= text.size() || text[at] != mark) return std::nullopt;
    ++at;
  }
  const int day = TakeNumber(text, at, 2);
  if (month < 0 || day < 0 || !IsTimeAfterDate(text.substr(at))) {
    return std::nullopt;
  }
  return ReadDay(year, month, day);
}

// RFC 5322, as HTTP and feeds write it: "Tue, 28 Jan 2025 10:00:00 GMT".
// These month names are the format's, not a language's.
std::optional<IsoDate> ReadMailDate(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  size_t at = 0;
  if (const size_t comma = text.find(','); comma == 3) at = comma + 1;
  while (at < text.size() && text[at] == ' ') ++at;
  const int day = TakeNumber(text, at, 2);
  if (day < 0 || at + 5 > text.size() || text[at] != ' ') return std::nullopt;
  const size_t month = kMonths.find(text.substr(at + 1, 3));
  if (month == std::string_view::npos || month % 3 != 0 ||
      text[at + 4] != ' ') {
    return std::nullopt;
  }
  at += 5;
  const int year = TakeNumber(text, at, 4);
  if (year < 1000 || !IsTimeAfterDate(text.substr(at))) return std::nullopt;
  return ReadDay(year, static_cast<int>(month / 3) + 1, day);
}

}  // namespace

void FillFrom(const Metadata& other, Metadata& metadata) {
  const auto fill = [](const std::string& from, std::string& to) {
    if (to.empty()) to = from;
  };
  fill(other.outlet, metadata.outlet);
  fill(other.url, metadata.url);
  fill(other.language, metadata.language);
  fill(other.published, metadata.published);
  fill(other.title, metadata.title);
}

bool Apply(const Metadata& metadata, Article& article) {
  article.outlet = metadata.outlet;
  article.url = metadata.url;
  article.language = ReadLanguageTag(metadata.language);
  if (article.title.empty()) article.title = metadata.title;
  article.published_text.clear();
  if (metadata.published.empty()) return true;
  article.published = ReadPublished(metadata.published);
  if (!article.published) return false;
  // Shown as written where that is ISO 8601, else as the day it names.
  const std::string_view written = Trim(metadata.published);
  article.published_text = ParseIsoDate(written)
                               ? std::string(written)
                               : ToIsoDate(*article.published->days.first);
  return true;
}

std::optional<IsoDate> ReadPublished(std::string_view text) {
  text = Trim(text);
  if (const auto date = ParseIsoDate(text)) return date;
  if (const auto date = ReadYearFirst(text)) return date;
  return ReadMailDate(text);
}

std::string ReadLanguageTag(std::string_view text) {
  text = Trim(text);
  std::string tag;
  bool first = true;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("-_"), text.size());
    std::string part(text.substr(0, end));
    const auto is = [&](int (*kind)(int)) {
      return std::all_of(part.begin(), part.end(), [&](char c) {
        return kind(static_cast<unsigned char>(c)) != 0;
      });
    };
    if (part.empty() || part.size() > 8 || !is(std::isalnum)) return tag;
    for (char& c : part) {
      c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (first && (part.size() < 2 || part.size() > 3 || !is(std::isalpha))) {
      return tag;
    }
    // Scripts are written "Latn", regions "EG".
    if (!first && part.size() == 4 && is(std::isalpha)) {
      part[0] = static_cast<char>(std::toupper(part[0]));
    } else if (!first && part.size() == 2) {
      for (char& c : part) c = static_cast<char>(std::toupper(c));
    }
    if (!first) tag += '-';
    tag += part;
    first = false;
    if (end >= text.size()) break;
    text.remove_prefix(end + 1);
  }
  return tag;
}

Sidecar ReadSidecar(const std::string& folder) {
  const std::string path = folder.empty()
                               ? "sources.json"
                               : fmt::format("{}{}sources.json", folder,
                                             folder.back() == '/' ? "" : "/");
  auto stream = ByteStream::Open(path);
  if (!stream.ok()) return {};
  return ReadSidecarBytes(path, ReadAll(*stream, kSidecarLimit));
}

Sidecar ReadSidecarBytes(const std::string& path, const std::string& bytes) {
  Sidecar sidecar;
  const auto fault = [&](std::string what) {
    sidecar.problems.push_back({path, fmt::format("{}: {}", path, what)});
  };
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto code = parser.parse(bytes).get(root)) {
    fault(fmt::format("not JSON ({}); mend it or remove it",
                      simdjson::error_message(code)));
    return sidecar;
  }
  simdjson::dom::object articles;
  if (root["articles"].get(articles)) {
    fault("no object \"articles\"; write {\"articles\": {\"FILE\": {…}}}");
    return sidecar;
  }
  for (const auto& [name, value] : articles) {
    simdjson::dom::object entry;
    if (value.get(entry)) {
      fault(
          fmt::format("articles: \"{}\": not an object; write {{\"outlet\": "
                      "…, \"published\": …}}",
                      name));
      continue;
    }
    Metadata metadata;
    for (const auto& [key, member] : entry) {
      std::string* to = key == "outlet" || key == "source" ? &metadata.outlet
                        : key == "url"                     ? &metadata.url
                        : key == "language" || key == "lang"
                            ? &metadata.language
                        : key == "published" ? &metadata.published
                        : key == "title"     ? &metadata.title
                                             : nullptr;
      if (to == nullptr || member.is_null()) continue;
      std::string_view text;
      if (member.get(text)) {
        fault(
            fmt::format("articles: \"{}\": \"{}\" is no string; put it in "
                        "quotes",
                        name, key));
      } else if (to->empty()) {
        *to = std::string(text);
      }
    }
    sidecar.articles.emplace(std::string(name), std::move(metadata));
  }
  return sidecar;
}

}  // namespace crosscheck
