#include "reports/wording/excerpt.h"

#include <algorithm>
#include <string>

namespace crosscheck {
namespace {

bool IsLead(char c) { return (static_cast<uint8_t>(c) & 0xc0) != 0x80; }

size_t CountCharacters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), IsLead);
}

bool OnCharacter(std::string_view text, size_t at) {
  return at >= text.size() || IsLead(text[at]);
}

// The last `most` characters, from the first blank among them on.
std::string_view Tail(std::string_view text, size_t most) {
  size_t at = text.size(), taken = 0;
  while (at > 0 && taken < most) {
    --at;
    if (IsLead(text[at])) ++taken;
  }
  if (at == 0) return text;
  const size_t blank = text.find(' ', at);
  // A word longer than all the room is cut in two.
  if (blank != std::string_view::npos && blank + 1 < text.size()) {
    at = blank + 1;
  }
  return text.substr(at);
}

std::string_view Head(std::string_view text, size_t most) {
  size_t at = 0, taken = 0;
  while (at < text.size() && taken < most) {
    ++at;
    while (at < text.size() && !IsLead(text[at])) ++at;
    ++taken;
  }
  if (at == text.size()) return text;
  const size_t blank = text.substr(0, at + 1).rfind(' ');
  if (blank != std::string_view::npos && blank > 0) at = blank;
  return text.substr(0, at);
}

}  // namespace

Excerpt ExcerptOf(const ReportClaim& claim, size_t most) {
  const std::string_view sentence = claim.sentence, quote = claim.quote;
  size_t at = claim.quote_in_sentence;
  if (at > sentence.size() || sentence.substr(at, quote.size()) != quote ||
      !OnCharacter(sentence, at)) {
    at = sentence.find(quote);
  }
  Excerpt out;
  if (at == std::string_view::npos) {
    out.apart = true;
    out.before = Head(sentence, most);
    out.cut_before = out.before.size() < sentence.size();
    out.figure = quote;
    return out;
  }
  out.before = sentence.substr(0, at);
  out.figure = quote;
  out.after = sentence.substr(at + quote.size());
  if (most == std::string_view::npos) return out;
  const size_t before = CountCharacters(out.before);
  const size_t after = CountCharacters(out.after);
  if (before + after <= most) return out;
  // Half the room a side; what one side leaves, the other may use.
  const size_t half = most / 2;
  const size_t room_after = before < half ? most - before : half;
  const size_t room_before = after < half ? most - after : half;
  if (before > room_before) {
    out.before = Tail(out.before, room_before);
    out.cut_before = true;
  }
  if (after > room_after) {
    out.after = Head(out.after, room_after);
    out.cut_after = true;
  }
  return out;
}

}  // namespace crosscheck
