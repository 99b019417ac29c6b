#ifndef CROSSCHECK_CHECKER_MODEL_SPAN_H_
#define CROSSCHECK_CHECKER_MODEL_SPAN_H_

#include <cstdint>
#include <string_view>

namespace crosscheck {

// Half-open bytes [begin, end) of one text, which the holder names: usually
// Article::text; SourceMap turns those into bytes of the file as read.
// Plain value. begin <= end always holds for spans the pipeline makes.
//
//   Cut("abcdef", {1, 3})   // "bc"
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
  friend auto operator<=>(const Span&, const Span&) = default;
};

inline uint32_t Length(const Span& span) { return span.end - span.begin; }
inline bool IsEmpty(const Span& span) { return span.begin == span.end; }
inline bool Overlaps(const Span& a, const Span& b) {
  return a.begin < b.end && b.begin < a.end;
}
inline bool Contains(const Span& outer, const Span& inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}
inline std::string_view Cut(std::string_view text, const Span& span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_SPAN_H_
