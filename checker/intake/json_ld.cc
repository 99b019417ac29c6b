#include "checker/intake/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace crosscheck {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr size_t kLimit = size_t{4} << 20;

bool IsArticleType(std::string_view type) {
  constexpr std::string_view kArticle = "Article";
  if (type.size() >= kArticle.size() &&
      type.substr(type.size() - kArticle.size()) == kArticle) {
    return true;
  }
  return type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report";
}

bool IsArticle(const object& candidate) {
  element type;
  if (candidate["@type"].get(type)) return false;
  std::string_view name;
  if (!type.get(name)) return IsArticleType(name);
  array names;
  if (type.get(names)) return false;
  return std::any_of(names.begin(), names.end(), [](element one) {
    std::string_view one_name;
    return !one.get(one_name) && IsArticleType(one_name);
  });
}

std::string String(const object& from, const char* key) {
  std::string_view text;
  if (from[key].get(text)) return "";
  return std::string(text);
}

// A thing given as its name, as an object, or as a list of them; an object may
// only point to another by "@id".
std::string NameOf(const object& from, const char* key, const char* name,
                   const std::map<std::string, object>& by_id) {
  element value;
  if (from[key].get(value)) return "";
  array several;
  if (!value.get(several)) {
    if (several.begin() == several.end()) return "";
    value = *several.begin();
  }
  std::string_view text;
  if (!value.get(text)) return std::string(text);
  object thing;
  if (value.get(thing)) return "";
  if (std::string found = String(thing, name); !found.empty()) return found;
  const auto other = by_id.find(String(thing, "@id"));
  return other == by_id.end() ? "" : String(other->second, name);
}

}  // namespace

std::optional<Metadata> ReadJsonLd(std::string_view block) {
  // Comments and CDATA marks may stand around it.
  const size_t begin = block.find_first_of("[{");
  const size_t end = block.find_last_of("]}");
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      end < begin || end - begin > kLimit) {
    return std::nullopt;
  }
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(std::string(block.substr(begin, end - begin + 1)))
          .get(root)) {
    return std::nullopt;
  }
  std::vector<object> articles;
  std::map<std::string, object> by_id;
  std::vector<element> waiting = {root};
  while (!waiting.empty()) {
    const element next = waiting.back();
    waiting.pop_back();
    array several;
    object one;
    if (!next.get(several)) {
      for (const element part : several) waiting.push_back(part);
    } else if (!next.get(one)) {
      if (IsArticle(one)) articles.push_back(one);
      if (std::string id = String(one, "@id"); !id.empty() && one.size() > 1) {
        by_id.emplace(std::move(id), one);
      }
      for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage",
                              "publisher", "itemListElement"}) {
        element part;
        if (!one[key].get(part)) waiting.push_back(part);
      }
    }
  }
  if (articles.empty()) return std::nullopt;
  // Things waiting come last first; the page's own article is the first.
  const object& article = articles.back();
  Metadata metadata;
  metadata.title = String(article, "headline");
  if (metadata.title.empty()) metadata.title = String(article, "name");
  metadata.published = String(article, "datePublished");
  if (metadata.published.empty()) {
    metadata.published = String(article, "dateCreated");
  }
  metadata.language = NameOf(article, "inLanguage", "alternateName", by_id);
  metadata.outlet = NameOf(article, "publisher", "name", by_id);
  metadata.url = String(article, "url");
  if (metadata.url.empty()) {
    metadata.url = NameOf(article, "mainEntityOfPage", "@id", by_id);
  }
  return metadata;
}

}  // namespace crosscheck
