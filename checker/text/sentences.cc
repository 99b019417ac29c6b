#include "checker/text/sentences.h"

#include <algorithm>
#include <string_view>

namespace crosscheck {
namespace {

constexpr uint32_t kMaxHeadingTokens = 16;
// No sentence of prose is longer. What is (a list without a mark, hostile
// text) is cut at a blank, so that what looks at all of a sentence for each
// figure in it stays linear in the article.
constexpr uint32_t kMaxSentenceTokens = 600;

bool IsFullStop(std::string_view mark) { return mark == "."; }

bool IsStrongMark(std::string_view mark) {
  // Ends by itself: exclamation and question marks of both scripts (a run of
  // one same mark is one token), the Arabic full stop of Urdu.
  return !mark.empty() && (mark[0] == '!' || mark[0] == '?' ||
                           mark.starts_with("؟") || mark.starts_with("۔"));
}

bool IsEllipsis(std::string_view mark) {
  return mark.size() >= 3 && mark.find_first_not_of('.') == mark.npos;
}

bool IsCloser(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == ")" || mark == "]" ||
         mark == "”" || mark == "»" || mark == "''";
}

class Cutter {
 public:
  Cutter(const Article& article, const Document& document,
         const Rulebook& rules)
      : article_(article), document_(document), rules_(rules) {}

  std::vector<Sentence> Run() {
    const auto& tokens = document_.tokens;
    uint32_t first = 0;
    for (uint32_t t = 0; t < tokens.size(); ++t) {
      t = NextEnd(t, first + kMaxSentenceTokens - 1);
      if (t + 1 == tokens.size() || tokens[t + 1].starts_line) {
        Close(first, t + 1);
        first = t + 1;
        ++paragraph_;
        continue;
      }
      uint32_t limit = MayEnd(tokens[t]) ? EndAfter(t) : 0;
      const uint32_t length = t + 1 - first;
      if (limit == 0 && length >= kMaxSentenceTokens &&
          (!tokens[t + 1].glued || length >= 2 * kMaxSentenceTokens)) {
        limit = t + 1;
      }
      if (limit == 0 || limit >= tokens.size()) continue;
      if (tokens[limit].starts_line) continue;  // closed above in its turn
      Close(first, limit);
      first = limit;
      t = limit - 1;
    }
    return std::move(sentences_);
  }

 private:
  // The first token from `t` on that may end a sentence, or that at `most`.
  uint32_t NextEnd(uint32_t t, uint32_t most) const {
    const Token* const tokens = document_.tokens.data();
    const auto last = static_cast<uint32_t>(document_.tokens.size() - 1);
    const Token* at = tokens + t;
    const Token* const end = std::max(at, tokens + std::min(last, most));
    while (at != end && !at[1].starts_line && !MayEnd(*at)) ++at;
    return static_cast<uint32_t>(at - tokens);
  }

  // Most tokens are told by a byte to end none.
  bool MayEnd(const Token& token) const {
    if (token.kind != TokenKind::kPunct) {
      return document_.folded[token.end - 1] == '.';
    }
    const auto first =
        static_cast<unsigned char>(document_.folded[token.begin]);
    return first == '.' || first == '!' || first == '?' || first >= 0x80;
  }

  // The token after a sentence that ends with the mark at `t` and its
  // closers; 0 when it does not end there.
  uint32_t EndAfter(uint32_t t) const {
    const Token& mark = document_.tokens[t];
    if (mark.kind != TokenKind::kPunct) return IsAcronymEnd(t) ? t + 1 : 0;
    const std::string_view text = document_.Folded(t);
    const bool stop = IsFullStop(text);
    if (!stop && !IsStrongMark(text) && !IsEllipsis(text)) return 0;
    uint32_t limit = t + 1;
    const auto& tokens = document_.tokens;
    while (limit < tokens.size() && !tokens[limit].starts_line &&
           tokens[limit].glued && IsCloser(document_.Folded(limit))) {
      ++limit;
    }
    if (limit >= tokens.size()) return limit;
    const Token& next = tokens[limit];
    if (next.starts_line) return limit;
    if (next.glued && limit == t + 1) {
      // No blank: "5.6", "01.AI", "etc.,"; desks also forget the blank
      // between Arabic sentences, which only a following letter shows.
      if (!stop || next.kind != TokenKind::kWord ||
          next.script != Script::kArabic || t == 0 ||
          tokens[t - 1].script != Script::kArabic ||
          Length(tokens[t - 1].raw) < 6) {
        return 0;
      }
    }
    if (next.script == Script::kLatin && next.kind == TokenKind::kWord &&
        !next.capital) {
      return 0;
    }
    if (next.kind == TokenKind::kPunct &&
        (document_.Folded(limit) == "," || document_.Folded(limit) == ";" ||
         document_.Folded(limit) == "،")) {
      return 0;
    }
    if (stop && t > 0 && IsAbbreviation(t)) return 0;
    return limit;
  }

  // "u.s." ends a sentence when a capital follows that is no name part: too
  // fine to tell; only where the next word is one that starts sentences.
  bool IsAcronymEnd(uint32_t t) const {
    const auto& tokens = document_.tokens;
    const std::string_view text = document_.Folded(t);
    if (text.size() < 4 || text.back() != '.') return false;
    if (t + 1 >= tokens.size() || tokens[t + 1].glued) return false;
    const Token& next = tokens[t + 1];
    if (!next.capital || next.starts_line) return false;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document_, t + 1,
                      KindBit(RuleKind::kStopwords))) {
      if (match.limit_token == t + 2) return true;
    }
    return false;
  }

  bool IsAbbreviation(uint32_t stop) const {
    const Token& word = document_.tokens[stop - 1];
    if (word.kind == TokenKind::kDigits) return false;
    if (word.kind != TokenKind::kWord) return false;
    const std::string_view text = document_.Folded(stop - 1);
    const size_t letters =
        std::count_if(text.begin(), text.end(),
                      [](unsigned char c) { return (c & 0xC0) != 0x80; });
    // An initial: "J. Smith". A lone Arabic letter is one too ("د. سامي").
    if (letters == 1 && (word.capital || word.script == Script::kArabic)) {
      return true;
    }
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document_, stop - 1,
                      KindBit(RuleKind::kSentences))) {
      if (rules_.Attribute(match.rule, "role") == "abbreviation") return true;
    }
    return false;
  }

  void Close(uint32_t first, uint32_t limit) {
    if (first >= limit) return;
    const auto& tokens = document_.tokens;
    Sentence sentence;
    sentence.first_token = first;
    sentence.limit_token = limit;
    sentence.raw = {tokens[first].raw.begin, tokens[limit - 1].raw.end};
    sentence.paragraph = paragraph_;
    sentence.is_title = !IsEmpty(article_.title_span) &&
                        Overlaps(article_.title_span, sentence.raw);
    const bool whole_line =
        tokens[first].starts_line &&
        (limit == tokens.size() || tokens[limit].starts_line);
    const std::string_view last = document_.Folded(limit - 1);
    const bool final_mark = IsFullStop(last) || IsStrongMark(last) ||
                            IsCloser(last) || last == "،" || last == ",";
    sentence.is_heading =
        whole_line && !final_mark && limit - first <= kMaxHeadingTokens;
    sentences_.push_back(sentence);
  }

  const Article& article_;
  const Document& document_;
  const Rulebook& rules_;
  uint32_t paragraph_ = 0;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> CutSentences(const Article& article,
                                   const Document& document,
                                   const Rulebook& rules) {
  return Cutter(article, document, rules).Run();
}

}  // namespace crosscheck
