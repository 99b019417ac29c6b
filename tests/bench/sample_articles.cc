#include "tests/bench/sample_articles.h"

#include <simdjson.h>
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace crosscheck {
namespace {

// Decompressed bytes of a file, whole lines, up to about `limit`.
std::string ReadLines(const std::string& path, size_t limit) {
  std::string out;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  std::string block(1 << 20, '\0');
  while (out.size() < limit) {
    const int got =
        gzread(file, block.data(), static_cast<unsigned>(block.size()));
    if (got <= 0) break;
    out.append(block, 0, static_cast<size_t>(got));
  }
  gzclose(file);
  const size_t last = out.rfind('\n');
  out.resize(last == std::string::npos ? 0 : last + 1);
  return out;
}

std::string TextOf(simdjson::dom::element object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : "";
}

Article ToArticle(simdjson::dom::element object) {
  Article out;
  out.id = TextOf(object, "id");
  out.path = out.id;
  out.url = TextOf(object, "url");
  out.outlet = TextOf(object, "source");
  out.language = TextOf(object, "lang");
  out.title = TextOf(object, "title");
  out.published_text = TextOf(object, "published");
  out.published = ParseIsoDate(out.published_text);
  out.title_span = {0, static_cast<uint32_t>(out.title.size())};
  out.text = out.title + "\n" + TextOf(object, "text");
  const auto size = static_cast<uint32_t>(out.text.size());
  out.pieces = {{0, size, 0, size, 0}};
  out.fields = {""};
  return out;
}

}  // namespace

std::string SharedFolder() {
  const char* set = std::getenv("CROSSCHECK_SHARED");
  return set != nullptr ? set : "/work/shared";
}

std::vector<Article> SampleArticles(const std::string& language,
                                    size_t limit_bytes) {
  const std::string path =
      SharedFolder() + "/corpora/news_" + language + ".jsonl.gz";
  // Fields besides the text take space too; twice the text is plenty.
  const std::string lines = ReadLines(path, 2 * limit_bytes + (1 << 20));
  std::vector<Article> out;
  simdjson::dom::parser parser;
  size_t bytes = 0;
  for (size_t at = 0; at < lines.size() && bytes < limit_bytes;) {
    const size_t end = lines.find('\n', at);
    simdjson::dom::element object;
    if (parser.parse(lines.data() + at, end - at, true).get(object) !=
        simdjson::SUCCESS) {
      std::fprintf(stderr, "%s: a line is no JSON; restore the corpus\n",
                   path.c_str());
      std::abort();
    }
    out.push_back(ToArticle(object));
    bytes += out.back().text.size();
    at = end + 1;
  }
  return out;
}

}  // namespace crosscheck
