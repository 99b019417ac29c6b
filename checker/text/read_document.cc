#include "checker/text/read_document.h"

#include <algorithm>
#include <span>

#include "checker/rulebook/token_split.h"
#include "checker/text/clitics.h"
#include "checker/text/fold_text.h"
#include "checker/text/sentences.h"

namespace crosscheck {

DocumentReader::DocumentReader(const Rulebook& rules)
    : rules_(rules), no_clitics_(rules, kShared) {
  for (size_t i = 0; i < rules.languages().size(); ++i) {
    clitics_.emplace_back(rules, static_cast<uint8_t>(i));
  }
}

Document DocumentReader::Read(const Article& article) const {
  const Rulebook& rules = rules_;
  Document document;
  document.language = article.language;
  document.language_index =
      rules.LanguageIndex(article.language).value_or(kShared);
  FoldedText folded = FoldText(article.text, rules.fold());
  document.folded = std::move(folded.text);
  WayBack way_back(folded);
  const CliticTable& clitics = document.language_index < clitics_.size()
                                   ? clitics_[document.language_index]
                                   : no_clitics_;
  const std::shared_ptr<WordTable> words = words_.Take(article.language);
  document.words = words;
  document.tokens.reserve(document.folded.size() / 4 + 1);
  struct Key {
    uint64_t head, hash;
  };
  std::vector<Key> keys;
  keys.reserve(document.tokens.capacity());
  const std::string_view all = document.folded;
  const std::string_view raw_text = article.text;
  TokenSplitter splitter(document.folded);
  for (SplitToken split; splitter.Next(split);) {
    Token& token = document.tokens.emplace_back();
    token.begin = split.begin;
    token.end = split.end;
    token.raw = way_back.RawSpan(split.begin, split.end);
    token.kind = split.kind;
    token.script = split.script;
    token.glued = split.glued;
    token.starts_line = split.after_newline;
    if (split.kind == TokenKind::kWord) {
      SetCapitals({raw_text.data() + token.raw.begin, Length(token.raw)},
                  rules.fold(), token);
    }
    const std::string_view text(all.data() + split.begin,
                                split.end - split.begin);
    keys.push_back({split.head, WordHashWithHead(text, split.head)});
    words->FetchSlot(keys.back().hash);
  }
  constexpr size_t kAhead = 8;
  for (size_t t = 0; t < keys.size(); ++t) {
    if (t + kAhead < keys.size()) words->FetchWord(keys[t + kAhead].hash);
    Token& token = document.tokens[t];
    KnownWord& word = words->Of(
        document.Folded(t), keys[t].head, keys[t].hash, [&](KnownWord& one) {
          clitics.LookUp(rules.lexicon(), token.kind, one);
          if (one.reading_count == 0) return;
          const WordPhrases phrases =
              LookUpWord(rules.lexicon(), document.language_index, one);
          one.alone = words->Keep(std::span(phrases.alone));
          one.alone_count = static_cast<uint32_t>(phrases.alone.size());
          for (const PhraseMatch& match : phrases.alone) {
            one.alone_kinds |= static_cast<uint32_t>(KindBit(match.kind));
          }
          if (phrases.goes_on) {
            one.nodes = words->Keep(std::span(&phrases.nodes, 1));
          }
        });
    token.word = &word;
    token.readings = word.readings.data();
    token.reading_count = word.reading_count;
    token.starts = word.starts;
  }
  document.sentences = CutSentences(article, document, rules);
  return document;
}

Document ReadDocument(const Article& article, const Rulebook& rules) {
  return DocumentReader(rules).Read(article);
}

}  // namespace crosscheck
