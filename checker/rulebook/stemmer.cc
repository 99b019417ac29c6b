#include "checker/rulebook/stemmer.h"

#include <libstemmer.h>

#include <utility>

namespace crosscheck {

Stemmer::Stemmer(std::string_view language)
    : stemmer_(sb_stemmer_new(std::string(language).c_str(), nullptr)) {}

Stemmer::~Stemmer() {
  if (stemmer_ != nullptr) sb_stemmer_delete(stemmer_);
}

Stemmer::Stemmer(Stemmer&& other) noexcept
    : stemmer_(std::exchange(other.stemmer_, nullptr)) {}

Stemmer& Stemmer::operator=(Stemmer&& other) noexcept {
  std::swap(stemmer_, other.stemmer_);
  return *this;
}

std::string Stemmer::Stem(std::string_view folded_word) const {
  if (stemmer_ == nullptr) return std::string(folded_word);
  const sb_symbol* stem = sb_stemmer_stem(
      stemmer_, reinterpret_cast<const sb_symbol*>(folded_word.data()),
      static_cast<int>(folded_word.size()));
  if (stem == nullptr) return std::string(folded_word);
  return std::string(reinterpret_cast<const char*>(stem),
                     sb_stemmer_length(stemmer_));
}

}  // namespace crosscheck
