#include "checker/text/read_document.h"

#include <algorithm>
#include <span>

#include "checker/rulebook/token_split.h"
#include "checker/text/clitics.h"
#include "checker/text/fold_text.h"
#include "checker/text/sentences.h"

namespace crosscheck {

namespace {

// What tells a word: its HeadBytes and WordHash.
struct WordKey {
  uint64_t head = 0, hash = 0;
};
// How many words ahead the table is asked to bring near.
constexpr size_t kAhead = 8;

// The tokens of a document whose text is folded, all but what is known of their
// words; returns the keys of these and kAhead more.
std::vector<WordKey> CutTokens(const FoldedText& text,
                               std::string_view raw_text, const FoldTable& fold,
                               const WordTable& words,
                               std::vector<Token>& tokens) {
  const std::string_view folded = text.text;
  tokens.reserve(folded.size() / 4 + 1);
  std::vector<WordKey> keys;
  keys.reserve(tokens.capacity() + kAhead);
  WayBack way_back(text);
  TokenSplitter splitter(folded);
  for (SplitToken split; splitter.Next(split);) {
    Token token;
    token.begin = split.begin;
    token.end = split.end;
    token.raw = way_back.RawSpan(split.begin, split.end);
    token.kind = split.kind;
    token.script = split.script;
    token.glued = split.glued;
    token.starts_line = split.after_newline;
    if (split.kind == TokenKind::kWord) {
      SetCapitals({raw_text.data() + token.raw.begin, Length(token.raw)}, fold,
                  token);
    }
    tokens.push_back(token);
    const std::string_view word(folded.data() + split.begin,
                                split.end - split.begin);
    const uint64_t hash = WordHashWithHead(word, split.head);
    keys.push_back({split.head, hash});
    words.FetchSlot(hash);
  }
  keys.resize(tokens.size() + kAhead);
  return keys;
}

// What is known of a word that was not met before.
void Learn(const Rulebook& rules, const CliticTable& clitics, TokenKind kind,
           uint8_t language_index, WordTable& words, KnownWord& word) {
  clitics.LookUp(rules.lexicon(), kind, word);
  if (word.reading_count == 0) return;
  const WordPhrases phrases = LookUpWord(rules.lexicon(), language_index, word);
  word.alone = words.Keep(std::span(phrases.alone));
  word.alone_count = static_cast<uint32_t>(phrases.alone.size());
  for (const PhraseMatch& match : phrases.alone) {
    word.alone_kinds |= static_cast<uint32_t>(KindBit(match.kind));
  }
  if (phrases.goes_on) word.nodes = words.Keep(std::span(&phrases.nodes, 1));
}

}  // namespace

DocumentReader::DocumentReader(const Rulebook& rules)
    : rules_(rules), no_clitics_(rules, kShared) {
  for (size_t i = 0; i < rules.languages().size(); ++i) {
    clitics_.emplace_back(rules, static_cast<uint8_t>(i));
  }
}

Document DocumentReader::Read(const Article& article) const {
  Document document;
  document.language = article.language;
  document.language_index =
      rules_.LanguageIndex(article.language).value_or(kShared);
  const CliticTable& clitics = document.language_index < clitics_.size()
                                   ? clitics_[document.language_index]
                                   : no_clitics_;
  const std::shared_ptr<WordTable> words = words_.Take(article.language);
  document.words = words;
  FoldedText folded = FoldText(article.text, rules_.fold());
  const std::vector<WordKey> keys =
      CutTokens(folded, article.text, rules_.fold(), *words, document.tokens);
  document.folded = std::move(folded.text);
  const char* const text = document.folded.data();
  const WordKey* key = keys.data();
  for (Token& token : document.tokens) {
    words->FetchWord(key[kAhead].hash);
    KnownWord& word = words->Of({text + token.begin, token.end - token.begin},
                                key->head, key->hash, [&](KnownWord& one) {
                                  Learn(rules_, clitics, token.kind,
                                        document.language_index, *words, one);
                                });
    ++key;
    token.word = &word;
    token.readings = word.readings.data();
    token.reading_count = word.reading_count;
    token.starts = word.starts;
  }
  document.sentences = CutSentences(article, document, rules_);
  return document;
}

Document ReadDocument(const Article& article, const Rulebook& rules) {
  return DocumentReader(rules).Read(article);
}

}  // namespace crosscheck
