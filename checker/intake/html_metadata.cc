#include "checker/intake/html_metadata.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "checker/intake/article_text.h"
#include "checker/intake/html_entity.h"
#include "checker/intake/json_ld.h"

namespace crosscheck {
namespace {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return lower;
}

// What a meta tag may speak of, the surest names first.
constexpr std::string_view kTitleNames[] = {"og:title", "twitter:title",
                                            "dc.title", "headline"};
constexpr std::string_view kOutletNames[] = {
    "og:site_name", "publisher", "dc.publisher", "application-name"};
constexpr std::string_view kUrlNames[] = {"og:url", "twitter:url"};
constexpr std::string_view kLanguageNames[] = {
    "inlanguage", "og:locale", "content-language", "language", "dc.language"};
constexpr std::string_view kDateNames[] = {"article:published_time",
                                           "datepublished",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "og:published_time",
                                           "article.published",
                                           "publishdate",
                                           "publish-date",
                                           "pubdate",
                                           "dc.date.issued",
                                           "dcterms.created",
                                           "dcterms.date",
                                           "dc.date",
                                           "article:publish_date",
                                           "cxenseparse:recs:publishtime",
                                           "date",
                                           "datecreated"};

struct MetaTag {
  std::string name;
  std::string_view content;
};

template <size_t kSize>
std::string_view FirstOf(const std::vector<MetaTag>& metas,
                         const std::string_view (&names)[kSize]) {
  for (const std::string_view name : names) {
    for (const MetaTag& meta : metas) {
      if (meta.name == name && !Trim(meta.content).empty()) {
        return meta.content;
      }
    }
  }
  return {};
}

}  // namespace

PageMetadata ReadPageMetadata(std::string_view source, const HtmlTree& tree) {
  PageMetadata page;
  Metadata& metadata = page.metadata;
  std::vector<std::string> dates;  // the surest first

  // JSON-LD, titles and <html lang> stand in the tree.
  std::string_view html_language;
  Span title_run;
  for (const HtmlRun& run : tree.runs) {
    const HtmlNode& node = tree.nodes[run.node];
    if (node.tag == HtmlTag::kTitle && IsEmpty(title_run) &&
        (node.parent == 0 ||
         tree.nodes[node.parent].tag != HtmlTag::kLeftOut)) {
      title_run = run.span;
    }
    if (node.tag != HtmlTag::kScript) continue;
    const auto type = FindAttribute(Cut(source, node.attributes), "type");
    if (!type || LowerCase(Trim(*type)) != "application/ld+json") continue;
    if (const auto found = ReadJsonLd(Cut(source, run.span))) {
      dates.push_back(found->published);
      FillFrom(*found, metadata);
    }
  }
  metadata.published.clear();
  std::vector<std::string> times;
  for (const HtmlNode& node : tree.nodes) {
    const std::string_view attributes = Cut(source, node.attributes);
    if (node.tag == HtmlTag::kHtml && html_language.empty()) {
      html_language = FindAttribute(attributes, "lang")
                          .value_or(FindAttribute(attributes, "xml:lang")
                                        .value_or(std::string_view()));
    } else if (node.tag == HtmlTag::kTime) {
      const std::string when = Attribute(attributes, "datetime");
      const auto property = FindAttribute(attributes, "itemprop");
      if (when.empty()) continue;
      const bool is_sure = FindAttribute(attributes, "pubdate") ||
                           (property && *property == "datePublished");
      times.insert(is_sure ? times.begin() : times.end(), when);
      if (times.size() > 8) times.pop_back();
    }
  }

  std::vector<MetaTag> metas;
  for (const HtmlNode& node : tree.metas) {
    const std::string_view attributes = Cut(source, node.attributes);
    const auto content = FindAttribute(attributes, "content");
    if (!content) continue;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      if (const auto name = FindAttribute(attributes, key)) {
        metas.push_back({LowerCase(Trim(*name)), *content});
      }
    }
  }
  const auto fill = [](std::string_view from, std::string& to) {
    if (to.empty()) to = DecodeEntities(Trim(from));
  };
  const std::string_view title = FirstOf(metas, kTitleNames);
  if (!title.empty()) {
    const auto at = static_cast<uint32_t>(title.data() - source.data());
    page.title = {at, static_cast<uint32_t>(at + title.size())};
  } else {
    page.title = title_run;
  }
  fill(Cut(source, page.title), metadata.title);
  fill(FirstOf(metas, kOutletNames), metadata.outlet);
  for (const HtmlNode& node : tree.links) {
    const std::string_view attributes = Cut(source, node.attributes);
    const auto rel = FindAttribute(attributes, "rel");
    if (rel && LowerCase(Trim(*rel)) == "canonical") {
      const std::string url = Attribute(attributes, "href");
      if (!url.empty()) {
        metadata.url = url;
        break;
      }
    }
  }
  fill(FirstOf(metas, kUrlNames), metadata.url);
  std::string language;
  fill(html_language, language);
  fill(metadata.language, language);
  fill(FirstOf(metas, kLanguageNames), language);
  metadata.language = language;

  for (const std::string_view name : kDateNames) {
    for (const MetaTag& meta : metas) {
      if (meta.name == name) dates.push_back(DecodeEntities(meta.content));
    }
  }
  dates.insert(dates.end(), times.begin(), times.end());
  for (std::string& date : dates) {
    if (Trim(date).empty()) continue;
    if (ReadPublished(date)) {
      metadata.published = std::string(Trim(date));
      page.bad_date.clear();
      break;
    }
    if (page.bad_date.empty()) page.bad_date = std::string(Trim(date));
  }
  return page;
}

std::string DeclaredEncoding(std::string_view bytes) {
  constexpr size_t kLookedAt = 4096;
  std::string encoding;
  const HtmlTree tree = ParseHtml(
      bytes, 0, static_cast<uint32_t>(std::min(bytes.size(), kLookedAt)));
  for (const HtmlNode& node : tree.metas) {
    const std::string_view attributes = Cut(bytes, node.attributes);
    if (const auto charset = FindAttribute(attributes, "charset")) {
      encoding = LowerCase(Trim(*charset));
      break;
    }
    const auto equiv = FindAttribute(attributes, "http-equiv");
    if (!equiv || LowerCase(Trim(*equiv)) != "content-type") continue;
    const std::string content =
        LowerCase(FindAttribute(attributes, "content").value_or(""));
    const size_t at = content.find("charset=");
    if (at == std::string::npos) continue;
    encoding = content.substr(at + 8);
    encoding = encoding.substr(0, encoding.find_first_of("; \"'"));
    break;
  }
  // On the web these names mean Windows-1252.
  for (const std::string_view latin :
       {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"}) {
    if (encoding == latin) return "windows-1252";
  }
  // A page that names UTF-16 in single bytes is not in it.
  if (encoding.substr(0, 6) == "utf-16" || encoding == "utf8") return "utf-8";
  return encoding;
}

}  // namespace crosscheck
