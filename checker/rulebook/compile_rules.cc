#include "checker/rulebook/compile_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <type_traits>
#include <unordered_map>

#include "checker/rulebook/blob_format.h"
#include "checker/rulebook/fold_source.h"
#include "checker/rulebook/stemmer.h"
#include "checker/rulebook/token_split.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {
namespace {

// Longer phrases than Lexicon walks would never match.
constexpr size_t kMaxFormTokens = 12;

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class Texts {
 public:
  Rulebook::TextRef Add(std::string_view text) {
    const auto known = places_.find(std::string(text));
    if (known != places_.end()) return known->second;
    const Rulebook::TextRef ref{
        static_cast<uint32_t>(bytes_.size()),
        static_cast<uint32_t>(bytes_.size() + text.size())};
    bytes_ += text;
    places_.emplace(text, ref);
    return ref;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, Rulebook::TextRef> places_;
};

size_t TableSize(size_t count) {
  size_t size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

class LexiconBuilder {
 public:
  explicit LexiconBuilder(Texts& texts) : texts_(texts) {}

  WordId Word(const std::string& word) {
    const auto [it, is_new] = words_.emplace(word, next_word_);
    if (is_new) ++next_word_;
    return it->second;
  }

  std::vector<WordId> Words(const std::vector<std::string>& words) {
    std::vector<WordId> ids;
    for (const std::string& word : words) ids.push_back(Word(word));
    return ids;
  }

  void Add(const std::vector<std::string>& words, const LexiconEntry& entry) {
    uint32_t node = 0;
    for (const std::string& word : words) {
      const auto [it, is_new] =
          edges_.emplace(std::make_pair(node, Word(word)), next_node_);
      if (is_new) ++next_node_;
      node = it->second;
    }
    std::vector<LexiconEntry>& at = entries_[node];
    for (const LexiconEntry& known : at) {
      if (known.rule == entry.rule) return;
    }
    at.push_back(entry);
    starts_[Word(words[0])] |= KindBit(entry.kind);
  }

  std::vector<Lexicon::Slot> Slots() {
    std::vector<Lexicon::Slot> slots(TableSize(words_.size()));
    for (const auto& [word, id] : words_) {
      const Rulebook::TextRef ref = texts_.Add(word);
      const auto hash = static_cast<uint32_t>(WordHash(word) | 1);
      size_t at = hash & (slots.size() - 1);
      while (slots[at].hash != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = {hash, id, ref.begin, ref.end};
    }
    return slots;
  }
  std::vector<Lexicon::Edge> Edges() const {
    std::vector<Lexicon::Edge> edges(TableSize(edges_.size()));
    for (const auto& [key, next] : edges_) {
      size_t at = EdgeHash(key.first, key.second) & (edges.size() - 1);
      while (edges[at].word != 0) at = (at + 1) & (edges.size() - 1);
      edges[at] = {key.first, key.second, next, 0};
    }
    return edges;
  }
  void Entries(std::vector<uint32_t>& begin,
               std::vector<LexiconEntry>& entries) const {
    for (uint32_t node = 0; node < next_node_; ++node) {
      begin.push_back(static_cast<uint32_t>(entries.size()));
      const auto at = entries_.find(node);
      if (at != entries_.end()) {
        entries.insert(entries.end(), at->second.begin(), at->second.end());
      }
    }
    begin.push_back(static_cast<uint32_t>(entries.size()));
  }
  std::vector<uint64_t> Filter() const {
    std::vector<uint64_t> bits(Lexicon::kFilterWords);
    for (const auto& [word, id] : words_) {
      const uint32_t bit = Lexicon::FilterBit(WordHash(word));
      bits[bit / 64] |= uint64_t{1} << (bit % 64);
    }
    return bits;
  }
  std::vector<uint64_t> EdgeFilter() const {
    std::vector<uint64_t> bits(Lexicon::kFilterWords);
    for (const auto& [key, next] : edges_) {
      const uint32_t bit = Lexicon::EdgeBit(EdgeHash(key.first, key.second));
      bits[bit / 64] |= uint64_t{1} << (bit % 64);
    }
    return bits;
  }
  std::vector<Lexicon::Word> WordRows() const {
    std::vector<Lexicon::Word> rows(next_word_, {0, Lexicon::kNone});
    for (const auto& [word, kinds] : starts_) {
      rows[word].kinds = static_cast<uint32_t>(kinds);
    }
    for (const auto& [key, next] : edges_) {
      if (key.first == 0) rows[key.second].node = next;
    }
    return rows;
  }
  std::vector<uint64_t> NodesGoOn() const {
    std::vector<uint64_t> bits(next_node_ / 64 + 1);
    for (const auto& [key, next] : edges_) {
      bits[key.first / 64] |= uint64_t{1} << (key.first % 64);
    }
    return bits;
  }
  std::vector<uint64_t> Starts() const {
    std::vector<uint64_t> starts(next_word_);
    for (const auto& [word, kinds] : starts_) starts[word] = kinds;
    return starts;
  }

 private:
  Texts& texts_;
  std::map<std::string, WordId> words_;
  std::map<std::pair<uint32_t, WordId>, uint32_t> edges_;
  std::map<uint32_t, std::vector<LexiconEntry>> entries_;
  std::map<WordId, uint64_t> starts_;
  WordId next_word_ = 1;
  uint32_t next_node_ = 1;
};

template <typename T>
void Append(std::string& bytes, BlobHeader& header, BlobSection section,
            const T* data, size_t count) {
  static_assert(std::has_unique_object_representations_v<T>,
                "the same rules give the same bytes: no padding");
  while (bytes.size() % 8 != 0) bytes += '\0';
  header.sections[section] = {bytes.size(), count * sizeof(T)};
  bytes.append(reinterpret_cast<const char*>(data), count * sizeof(T));
}

template <typename T>
void Append(std::string& bytes, BlobHeader& header, BlobSection section,
            const std::vector<T>& rows) {
  Append(bytes, header, section, rows.data(), rows.size());
}

class Compiler {
 public:
  explicit Compiler(std::vector<SourceRule> rules) : rules_(std::move(rules)) {
    std::erase_if(rules_,
                  [](const SourceRule& rule) { return !rule.retired.empty(); });
    std::sort(
        rules_.begin(), rules_.end(),
        [](const SourceRule& a, const SourceRule& b) { return a.id < b.id; });
  }

  CompiledRules Run() {
    std::set<std::string> languages;
    for (const SourceRule& rule : rules_) {
      if (rule.language != "shared") languages.insert(rule.language);
    }
    languages_.assign(languages.begin(), languages.end());
    fold_ = MakeFoldTable(rules_, out_.faults);
    for (uint32_t r = 0; r < rules_.size(); ++r) AddRule(r);
    Write();
    return std::move(out_);
  }

 private:
  uint8_t LanguageOf(const SourceRule& rule) const {
    if (rule.language == "shared") return kShared;
    return static_cast<uint8_t>(
        std::find(languages_.begin(), languages_.end(), rule.language) -
        languages_.begin());
  }

  void AddRule(uint32_t r) {
    const SourceRule& rule = rules_[r];
    Rulebook::RuleRow row{};
    row.id = texts_.Add(rule.id);
    row.means = texts_.Add(rule.means);
    row.kind = static_cast<uint8_t>(rule.kind);
    row.language = LanguageOf(rule);
    row.first_attribute = static_cast<uint32_t>(attributes_.size());
    row.attribute_count = static_cast<uint32_t>(rule.attributes.size());
    form_words_begin_.push_back(static_cast<uint32_t>(form_words_.size()));
    for (const auto& [key, value] : rule.attributes) {
      attributes_.push_back({texts_.Add(key), texts_.Add(value)});
      if (key == "forms") AddForms(r, value);
    }
    for (const SourceExample& example : rule.examples) {
      examples_.push_back({r, example.negative, texts_.Add(example.text),
                           texts_.Add(example.reads), texts_.Add(example.why),
                           texts_.Add(example.language),
                           texts_.Add(example.published)});
    }
    rows_.push_back(row);
  }

  const Stemmer& StemmerOf(const std::string& language) {
    auto [it, is_new] = stemmers_.try_emplace(language);
    if (is_new) it->second = std::make_unique<Stemmer>(language);
    return *it->second;
  }

  void AddForms(uint32_t r, std::string_view forms) {
    const SourceRule& rule = rules_[r];
    const FormMatch match = FactsOf(rule.kind).match;
    if (match == FormMatch::kNone) return;
    const LexiconEntry entry{r, rule.kind, LanguageOf(rule)};
    for (std::string_view form : Lines(forms)) {
      const std::string folded = fold_.Fold(form);
      std::vector<std::string> words;
      for (const SplitToken& token : SplitTokens(folded)) {
        words.push_back(folded.substr(token.begin, token.end - token.begin));
      }
      if (words.empty() || words.size() > kMaxFormTokens) {
        out_.faults.push_back(
            {rule.path, rule.line, rule.column,
             fmt::format(
                 "form \"{}\" {}; change it", form,
                 words.empty() ? "folds to nothing" : "has over 12 words")});
        continue;
      }
      if (match != FormMatch::kExact) {
        for (std::string& word : words) {
          word = "~" + StemmerOf(rule.language).Stem(word);
        }
      }
      if (match == FormMatch::kStemWords) {
        for (const std::string& word : words) lexicon_.Word(word);
      } else {
        lexicon_.Add(words, entry);
      }
      form_words_.push_back(static_cast<uint32_t>(words.size()));
      for (const WordId id : lexicon_.Words(words)) form_words_.push_back(id);
    }
  }

  void Write() {
    BlobHeader header{};
    header.magic = kBlobMagic;
    std::string bytes(sizeof(BlobHeader), '\0');
    const std::vector<Lexicon::Slot> slots = lexicon_.Slots();
    std::vector<uint32_t> entry_begin;
    std::vector<LexiconEntry> entries;
    lexicon_.Entries(entry_begin, entries);
    std::string languages;
    for (const std::string& language : languages_) languages += language + "\n";
    Append(bytes, header, kBlobRules, rows_);
    Append(bytes, header, kBlobAttributes, attributes_);
    Append(bytes, header, kBlobExamples, examples_);
    Append(bytes, header, kBlobLanguages, languages.data(), languages.size());
    Append(bytes, header, kBlobSlots, slots);
    Append(bytes, header, kBlobEdges, lexicon_.Edges());
    Append(bytes, header, kBlobEntryBegin, entry_begin);
    Append(bytes, header, kBlobEntries, entries);
    Append(bytes, header, kBlobStarts, lexicon_.Starts());
    Append(bytes, header, kBlobTexts, texts_.bytes().data(),
           texts_.bytes().size());
    // What follows is told by what is above.
    header.digest = WordHash(std::string_view(bytes).substr(sizeof(header)));
    form_words_begin_.push_back(static_cast<uint32_t>(form_words_.size()));
    Append(bytes, header, kBlobFormWordsBegin, form_words_begin_);
    Append(bytes, header, kBlobFormWords, form_words_);
    Append(bytes, header, kBlobFilter, lexicon_.Filter());
    Append(bytes, header, kBlobWords, lexicon_.WordRows());
    Append(bytes, header, kBlobNodesGoOn, lexicon_.NodesGoOn());
    Append(bytes, header, kBlobEdgeFilter, lexicon_.EdgeFilter());
    std::memcpy(bytes.data(), &header, sizeof(header));
    out_.bytes = std::move(bytes);
  }

  std::vector<SourceRule> rules_;
  std::vector<std::string> languages_;
  FoldTable fold_;
  Texts texts_;
  LexiconBuilder lexicon_{texts_};
  std::map<std::string, std::unique_ptr<Stemmer>> stemmers_;
  std::vector<Rulebook::RuleRow> rows_;
  std::vector<Rulebook::AttributeRow> attributes_;
  std::vector<Rulebook::ExampleRow> examples_;
  std::vector<uint32_t> form_words_begin_, form_words_;
  CompiledRules out_;
};

}  // namespace

CompiledRules CompileRules(std::vector<SourceRule> rules) {
  return Compiler(std::move(rules)).Run();
}

}  // namespace crosscheck
