#ifndef CROSSCHECK_CHECKER_RULEBOOK_STEMMER_H_
#define CROSSCHECK_CHECKER_RULEBOOK_STEMMER_H_

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace crosscheck {

// The stem of a folded word (Snowball, by language code). Rule forms of kinds
// that match by stem and the words of articles go through the same stemmer, so
// it need not be right, only consistent. A language without a Snowball
// stemmer keeps its words whole. Not thread-safe: one a thread.
//
//   Stemmer("en").Stem("killings")   // "kill"
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::string Stem(std::string_view folded_word) const;

 private:
  sb_stemmer* stemmer_ = nullptr;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_STEMMER_H_
