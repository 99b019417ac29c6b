#include "checker/pipeline/article_parts.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

// How far back a cut looks for a good place.
constexpr size_t kLookBack = size_t{16} << 10;

bool IsContinuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Where to end a part that may be `most` bytes of `text`.
size_t PartEnd(std::string_view text, size_t most) {
  if (text.size() <= most) return text.size();
  const size_t least = most > kLookBack ? most - kLookBack : 0;
  const std::string_view near = text.substr(least, most - least);
  if (const size_t at = near.rfind('\n'); at != std::string_view::npos) {
    return least + at + 1;
  }
  if (const size_t at = near.rfind(". "); at != std::string_view::npos) {
    return least + at + 2;
  }
  if (const size_t at = near.rfind(' '); at != std::string_view::npos) {
    return least + at + 1;
  }
  size_t at = most;
  while (at > least + 1 && IsContinuation(text[at])) --at;
  return at;
}

void Move(Span& span, uint32_t bytes) {
  span.begin += bytes;
  span.end += bytes;
}

}  // namespace

std::vector<Span> PartsOf(std::string_view text) {
  std::vector<Span> parts;
  size_t begin = 0;
  do {
    const size_t end = begin + PartEnd(text.substr(begin), kPartBytes);
    parts.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end;
  } while (begin < text.size());
  return parts;
}

Article CutPart(const Article& article, const Span& part) {
  Article out;
  out.id = article.id;
  out.path = article.path;
  out.outlet = article.outlet;
  out.url = article.url;
  out.language = article.language;
  out.published_text = article.published_text;
  out.published = article.published;
  out.text = std::string(Cut(article.text, part));
  if (!IsEmpty(article.title_span) && Contains(part, article.title_span)) {
    out.title_span = {article.title_span.begin - part.begin,
                      article.title_span.end - part.begin};
  }
  return out;
}

void Shift(const PartOffsets& by, std::vector<Claim>& claims,
           std::vector<SkippedFigure>& skipped) {
  for (Claim& claim : claims) {
    Quantity& figure = claim.quantity;
    Move(figure.span, by.bytes);
    Move(figure.core, by.bytes);
    Move(claim.sentence_span, by.bytes);
    if (!IsEmpty(claim.counted)) Move(claim.counted, by.bytes);
    for (Feature& feature : claim.features) Move(feature.span, by.bytes);
    figure.first_token += by.tokens;
    figure.limit_token += by.tokens;
    if (figure.noun_limit_token > 0) {
      figure.noun_first_token += by.tokens;
      figure.noun_limit_token += by.tokens;
    }
    if (figure.same_as >= 0) {
      figure.same_as += static_cast<int32_t>(by.figures);
    }
    claim.sentence += by.sentences;
    if (by.bytes > 0) claim.in_lede = false;
  }
  for (SkippedFigure& figure : skipped) Move(figure.span, by.bytes);
}

}  // namespace crosscheck
