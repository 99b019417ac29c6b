#include "checker/model/document_id.h"

#include <algorithm>
#include <vector>

namespace crosscheck {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; }

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}
bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

bool IsCampaign(std::string_view parameter) {
  return StartsWith(parameter, "utm_") || StartsWith(parameter, "fbclid=") ||
         StartsWith(parameter, "gclid=");
}

}  // namespace

std::string CanonicalUrl(std::string_view url) {
  const size_t colon = url.find("://");
  if (colon == std::string_view::npos) return std::string(url);
  std::string scheme(url.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), Lower);
  if (scheme != "http" && scheme != "https") return std::string(url);
  url.remove_prefix(colon + 3);
  url = url.substr(0, url.find('#'));
  const size_t host_end = std::min(url.find_first_of("/?"), url.size());
  std::string host(url.substr(0, host_end));
  std::transform(host.begin(), host.end(), host.begin(), Lower);
  if (StartsWith(host, "www.")) host.erase(0, 4);
  const std::string_view port = scheme == "http" ? ":80" : ":443";
  if (EndsWith(host, port)) host.erase(host.size() - port.size());
  url.remove_prefix(host_end);
  const size_t query_at = std::min(url.find('?'), url.size());
  std::string_view path = url.substr(0, query_at);
  while (EndsWith(path, "/")) path.remove_suffix(1);
  std::string query;
  std::string_view left = url.substr(std::min(query_at + 1, url.size()));
  while (!left.empty()) {
    const std::string_view parameter = left.substr(0, left.find('&'));
    left.remove_prefix(std::min(parameter.size() + 1, left.size()));
    if (parameter.empty() || IsCampaign(parameter)) continue;
    query += query.empty() ? "?" : "&";
    query += parameter;
  }
  return scheme + "://" + host + std::string(path) + query;
}

std::string DocumentId(const ReportArticle& article) {
  return article.url.empty() ? article.id : CanonicalUrl(article.url);
}

}  // namespace crosscheck
