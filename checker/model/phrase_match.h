#ifndef CROSSCHECK_CHECKER_MODEL_PHRASE_MATCH_H_
#define CROSSCHECK_CHECKER_MODEL_PHRASE_MATCH_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace crosscheck {

enum class RuleKind : uint8_t;  // see rulebook/rule_kind.h

// A phrase of the lexicon found in a Document: tokens [first, limit).
struct PhraseMatch {
  uint32_t limit_token = 0;
  uint32_t rule = 0;
  RuleKind kind{};
  uint8_t language = 0;
  uint16_t proclitics = 0;   // of the first token
  uint8_t prefix_bytes = 0;  // bytes of those proclitics in the folded token
};

// The phrases looked for in a Document so far, of all kinds, by the token they
// begin at, so that no token is looked at twice: the readers of figures ask of
// the same few tokens again and again. Empty at first and in every copy.
//
// Ownership: what is handed out lives as long as this. Not thread-safe.
class FoundPhrases {
 public:
  struct AtToken {
    const PhraseMatch* first = nullptr;
    uint32_t count = 0;
    uint32_t kinds = 0;  // a bit (1 << RuleKind) for each kind among them
    bool known = false;
  };

  FoundPhrases() = default;
  FoundPhrases(const FoundPhrases& /*other*/) {}
  FoundPhrases(FoundPhrases&&) = default;
  FoundPhrases& operator=(const FoundPhrases& /*other*/) {
    tokens_.clear();
    blocks_.clear();
    left_ = 0;
    return *this;
  }
  FoundPhrases& operator=(FoundPhrases&&) = default;

  // What was found at `token`; not `known` where it was not yet looked for. The
  // limits of its matches count from the token.
  AtToken At(uint32_t token) const {
    return token < tokens_.size() ? tokens_[token] : AtToken();
  }
  // Room for at least kRoom matches, of which Keep takes those that are one
  // token's.
  static constexpr size_t kRoom = 64;
  PhraseMatch* Room() {
    if (left_ < kRoom) Grow(kBlock);
    return next_;
  }
  // `found` may stand in Room().
  const AtToken& Keep(uint32_t token, size_t token_count,
                      std::span<const PhraseMatch> found) {
    AtToken at;
    at.count = static_cast<uint32_t>(found.size());
    if (found.data() != next_) {
      if (found.size() > left_) Grow(found.size());
      std::copy(found.begin(), found.end(), next_);
    }
    at.first = next_;
    next_ += found.size();
    left_ -= found.size();
    for (const PhraseMatch& match : found) {
      at.kinds |= uint32_t{1} << static_cast<int>(match.kind);
    }
    return Keep(token, token_count, at);
  }
  // The same, of matches that stay where they are.
  const AtToken& Keep(uint32_t token, size_t token_count, AtToken at) {
    if (tokens_.size() < token_count) tokens_.resize(token_count);
    at.known = true;
    return tokens_[token] = at;
  }

 private:
  static constexpr size_t kBlock = 512;

  void Grow(size_t least) {
    left_ = std::max(kBlock, least);
    blocks_.push_back(std::make_unique<PhraseMatch[]>(left_));
    next_ = blocks_.back().get();
  }

  std::vector<AtToken> tokens_;
  std::vector<std::unique_ptr<PhraseMatch[]>> blocks_;  // matches stay in place
  PhraseMatch* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_PHRASE_MATCH_H_
