#include "checker/claim/sentence_view.h"

#include <algorithm>
#include <cstdlib>

#include "checker/rulebook/word_hash.h"

namespace crosscheck {
namespace {

constexpr size_t kMinSkeleton = 3;
constexpr uint32_t kMaxNameTokens = 6;

size_t Letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](unsigned char c) { return (c & 0xC0) != 0x80; });
}

// Marks between parts of a sentence and how much they separate.
int MarkBarrier(std::string_view mark) {
  if (mark == "," || mark == "،" || mark == "(" || mark == ")" || mark == "[" ||
      mark == "]") {
    return 1;
  }
  if (mark == ";" || mark == "؛" || mark == ":" || mark == "—" ||
      mark == "--") {
    return 2;
  }
  return 0;
}

}  // namespace

int SentenceView::Barriers(uint32_t mention_first, uint32_t mention_limit,
                           uint32_t first, uint32_t limit) const {
  if (mention_limit <= first) {
    return barrier[first - first_token] - barrier[mention_limit - first_token];
  }
  if (limit <= mention_first) {
    // The mention's own token counts: "and injured" begins a new part.
    return barrier[mention_first + 1 - first_token] -
           barrier[limit - first_token];
  }
  return 0;
}

int SentenceView::Distance(uint32_t mention_first, uint32_t mention_limit,
                           uint32_t first, uint32_t limit) const {
  const int barriers = Barriers(mention_first, mention_limit, first, limit);
  if (mention_limit <= first) {
    const int between =
        figures[first - first_token] - figures[mention_limit - first_token];
    return static_cast<int>(first - mention_limit) + 4 * barriers + 5 * between;
  }
  if (limit <= mention_first) {
    const int between =
        figures[mention_first - first_token] - figures[limit - first_token];
    return static_cast<int>(mention_first - limit) + 4 * barriers + 5 * between;
  }
  return 0;
}

SentenceReader::SentenceReader(const Rulebook& rules, const Concepts& concepts,
                               const Markers& markers, const Sounds& sounds,
                               const std::vector<Prefix>& prefixes,
                               const Stemmer& stemmer, const Article& article,
                               const Document& document,
                               const QuantityReading& figures, bool to_link)
    : rules_(rules),
      concepts_(concepts),
      markers_(markers),
      sounds_(sounds),
      article_(article),
      document_(document),
      prefixes_(prefixes),
      stemmer_(stemmer),
      to_link_(to_link) {
  figure_of_token_.resize(document.tokens.size() + 1);
  for (const Quantity& figure : figures.quantities) {
    for (uint32_t t = figure.first_token; t < figure.limit_token; ++t) {
      figure_of_token_[t] =
          t == figure.first_token ? kOfFigure | kBeginsFigure : kOfFigure;
    }
  }
  for (const Quantity& figure : figures.quantities) {
    for (uint32_t t = figure.noun_first_token; t < figure.noun_limit_token;
         ++t) {
      figure_of_token_[t] |= kCounted;
    }
  }
}

void SentenceReader::Learn(uint32_t token, WordFacts& facts) const {
  const std::string_view word = document_.Folded(token);
  facts = {};
  facts.known = true;
  for (const PhraseMatch& match : MatchPhrases(
           rules_.lexicon(), document_, token, KindBit(RuleKind::kStopwords))) {
    if (match.limit_token != token + 1) continue;
    facts.stop = true;
    const std::string_view role = rules_.Attribute(match.rule, "role");
    facts.governs |= role == "preposition" || role == "partitive";
    facts.ends_name |= role.empty() || role == "preposition";
  }
  std::string word_stem = stemmer_.Stem(word);
  facts.stem_word = rules_.lexicon().FindStem(word_stem);
  std::string_view bare = word;
  if (facts.stem_word == 0) {
    for (const auto& [prefix, is_and] : prefixes_) {
      if (!word.starts_with(prefix)) continue;
      const std::string_view rest = word.substr(prefix.size());
      if (Letters(rest) < 2) continue;
      std::string stem = stemmer_.Stem(rest);
      const WordId found = rules_.lexicon().FindStem(stem);
      if (found != 0) {
        facts.stem_word = found;
        word_stem = std::move(stem);
        facts.joined = is_and;
        bare = rest;
        break;
      }
    }
  }
  if ((rules_.lexicon().KindsStartingWith(facts.stem_word) &
       KindBit(RuleKind::kNouns)) != 0) {
    facts.noun_node = rules_.lexicon().First(facts.stem_word);
  }
  facts.key = WordKey(document_.language, word_stem);
  if (!to_link_) return;
  facts.with_sounds = true;
  // Names lose the clitics that are long enough to be surely none of theirs.
  if (bare.size() == word.size()) {
    for (auto p = prefixes_.rbegin(); p != prefixes_.rend(); ++p) {
      if (Letters(p->text) >= 2 && word.starts_with(p->text) &&
          Letters(word) - Letters(p->text) >= 3) {
        bare = word.substr(p->text.size());
        break;
      }
    }
  }
  const std::string skeleton = sounds_.Skeleton(bare);
  if (skeleton.size() >= kMinSkeleton) facts.sound_key = SoundKey(skeleton);
}

bool SentenceReader::IsInnerCapital(const KnownWord* word) {
  if (!inner_capitals_) {
    inner_capitals_.emplace();
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.is_title || sentence.is_heading) continue;
      for (uint32_t t = sentence.first_token + 1; t < sentence.limit_token;
           ++t) {
        if (document_.tokens[t].capital &&
            document_.tokens[t].kind == TokenKind::kWord) {
          inner_capitals_->insert(document_.tokens[t].word);
        }
      }
    }
  }
  return inner_capitals_->contains(word);
}

bool SentenceReader::IsNameToken(uint32_t token, bool sentence_start,
                                 bool title_case) {
  const Token& t = document_.tokens[token];
  if (t.kind != TokenKind::kWord || !t.capital) return false;
  // "Monday", "May 5", "Three": part of a figure.
  if (IsOfFigure(token)) return false;
  if (t.word->letters < 2) return false;
  if (!sentence_start && !title_case) return true;
  return IsInnerCapital(t.word);
}

bool SentenceReader::IsWrittenAsName(const PhraseMatch& match, uint32_t token,
                                     const Sentence& sentence) {
  const Token& first = document_.tokens[token];
  const bool weak = rules_.Attribute(match.rule, "weak") == "true";
  if (first.script != Script::kLatin) {
    // "His country" is no country called that.
    return !weak && (match.proclitics & kCliticPossessive) == 0;
  }
  if (rules_.Attribute(match.rule, "caps") == "true") {
    return first.all_capitals ||
           document_.Folded(token).find('.') != std::string_view::npos;
  }
  if (weak) {
    // A common word opens a sentence with a capital; beside another name it
    // is part of somebody's ("Jim Jordan", "Chad Wolf").
    const uint32_t first_token = sentence.first_token;
    if (token == first_token) return false;
    if (token > first_token + 1 && document_.tokens[token - 1].capital) {
      return false;
    }
    if (token == first_token + 1 && document_.tokens[token - 1].capital &&
        !FactsOf(token - 1).stop) {
      return false;
    }
    if (match.limit_token < sentence.limit_token &&
        document_.tokens[match.limit_token].capital) {
      return false;
    }
  }
  // "The Line" is one, "The line" at the start of a sentence is any.
  const Token& telling =
      FactsOf(token).stop ? document_.tokens[match.limit_token - 1] : first;
  // "iPhone", "eBay" have their capital inside.
  const std::string_view raw = Cut(article_.text, telling.raw);
  return telling.capital || std::any_of(raw.begin(), raw.end(), [](char c) {
           return c >= 'A' && c <= 'Z';
         });
}

uint32_t SentenceReader::JoinedPreposition(uint32_t token) const {
  constexpr uint16_t kPrepositions = kCliticBy | kCliticFor | kCliticAs;
  const Token& at = document_.tokens[token];
  if (at.reading_count == 0) return 0;
  const WordReading& reading = at.word->readings[0];
  return (reading.proclitics & kPrepositions) != 0 ? reading.prefix_bytes : 0;
}

bool SentenceReader::IsGoverned(uint32_t token, const Sentence& sentence) {
  constexpr int kMostWords = 1;
  if (JoinedPreposition(token) > 0) return true;
  int words = 0;
  while (token-- > sentence.first_token) {
    if (document_.tokens[token].kind != TokenKind::kWord) return false;
    const WordFacts& facts = FactsOf(token);
    if (facts.governs) return true;
    if (facts.stop) continue;
    if (JoinedPreposition(token) > 0) return true;
    if (++words > kMostWords) return false;
  }
  return false;
}

void SentenceReader::AddNames(const Sentence& sentence, SentenceView& view) {
  uint32_t capitals = 0, words = 0;
  for (uint32_t t = sentence.first_token; t < sentence.limit_token; ++t) {
    if (document_.tokens[t].kind != TokenKind::kWord) continue;
    ++words;
    capitals += document_.tokens[t].capital;
  }
  const bool title_case = words >= 3 && capitals * 2 > words;
  for (uint32_t t = sentence.first_token; t < sentence.limit_token;) {
    // Entities the rules know.
    uint32_t limit = t;
    for (const PhraseMatch& match : MatchPhrases(
             rules_.lexicon(), document_, t, KindBit(RuleKind::kEntities))) {
      if (match.limit_token > sentence.limit_token) continue;
      if (!IsWrittenAsName(match, t, sentence)) continue;
      limit = match.limit_token;
      if (rules_.Attribute(match.rule, "type") == "not_a_name") break;
      Mention mention;
      mention.kind = Mention::kName;
      mention.first = t;
      mention.limit = match.limit_token;
      mention.rule = match.rule;
      mention.by_rule = true;
      mention.governed = IsGoverned(t, sentence);
      mention.text = rules_.Means(match.rule);
      mention.key = NameKey(mention.text);
      found_.push_back(mention);
      break;
    }
    if (limit > t) {
      for (uint32_t i = t; i < limit; ++i) taken_[i - view.first_token] = true;
      t = limit;
      continue;
    }
    // Names by their capitals, in scripts that have them.
    if (IsNameToken(t, t == sentence.first_token, title_case) &&
        !FactsOf(t).stop) {
      uint32_t end = t + 1;
      while (end < sentence.limit_token && end - t < kMaxNameTokens &&
             IsNameToken(end, false, title_case) && !FactsOf(end).stop) {
        ++end;
      }
      // The last word is what a name goes by later ("Hadfi"); each word also
      // stands for itself, so that short and long forms meet.
      const bool governed = IsGoverned(t, sentence);
      for (uint32_t i = t; i < end; ++i) {
        const WordFacts& facts = FactsOf(i);
        Mention mention;
        mention.kind = Mention::kName;
        mention.first = i;
        mention.limit = i + 1;
        mention.text = document_.Folded(i);
        mention.key = NameKey(mention.text);
        mention.sound_key = facts.sound_key;
        mention.stem = facts.stem_word;
        mention.governed = governed;
        found_.push_back(mention);
        if (facts.stem_word == 0) taken_[i - view.first_token] = true;
      }
      t = end;
      continue;
    }
    ++t;
  }
}

bool SentenceReader::IsExcept(uint32_t rule, uint32_t token) const {
  if (!concepts_.HasExcept(rule)) return false;
  const std::string_view word = document_.Folded(token);
  Concepts::Says says = concepts_.OfWord(rule, word);
  // Shortest clitics first: the least cut that the rule knows decides.
  for (auto p = prefixes_.begin();
       says == Concepts::Says::kNothing && p != prefixes_.end(); ++p) {
    if (!word.starts_with(p->text)) continue;
    says = concepts_.OfWord(rule, word.substr(p->text.size()));
  }
  return says == Concepts::Says::kExcept;
}

void SentenceReader::AddConcepts(const Sentence& sentence, SentenceView& view) {
  const Lexicon& lexicon = rules_.lexicon();
  std::vector<uint32_t> rules;
  for (uint32_t t = sentence.first_token; t < sentence.limit_token; ++t) {
    if (document_.tokens[t].kind != TokenKind::kWord) continue;
    const WordFacts& facts = FactsOf(t);
    if (facts.stem_word == 0) continue;
    view.stems.push_back({facts.stem_word, t, document_.Folded(t)});
    if (taken_[t - view.first_token]) continue;
    if (facts.noun_node == Lexicon::kRoot) continue;
    Lexicon::Node node = facts.noun_node;
    uint32_t best = 0;
    rules.clear();
    for (uint32_t end = t + 1; node != Lexicon::kNone; ++end) {
      bool first_here = true;
      for (const LexiconEntry& entry : lexicon.Entries(node)) {
        if (entry.kind != RuleKind::kNouns ||
            (entry.language != kShared &&
             entry.language != document_.language_index)) {
          continue;
        }
        if (first_here) rules.clear();
        first_here = false;
        best = end;
        rules.push_back(entry.rule);
      }
      if (end >= sentence.limit_token ||
          document_.tokens[end].kind != TokenKind::kWord) {
        break;
      }
      node = lexicon.Next(node, FactsOf(end).stem_word);
    }
    for (uint32_t rule : rules) {
      const Concept* idea = concepts_.OfRule(rule);
      if (idea == nullptr || (best == t + 1 && IsExcept(rule, t))) continue;
      Mention mention;
      mention.kind = Mention::kConcept;
      mention.first = t;
      mention.limit = best;
      mention.idea = idea;
      mention.rule = rule;
      mention.text = idea->name;
      mention.key = idea->key;
      found_.push_back(mention);
      for (uint32_t i = t; i < best; ++i) taken_[i - view.first_token] = true;
    }
  }
}

void SentenceReader::AddMarkers(const Sentence& sentence, SentenceView& view) {
  const uint64_t kinds = KindBit(RuleKind::kSpeech) |
                         KindBit(RuleKind::kScope) |
                         KindBit(RuleKind::kSentences);
  // Words within a longer marker mark nothing: "said it would" is a plan.
  uint32_t longest = sentence.first_token;
  uint32_t spoken = sentence.first_token;
  for (uint32_t t = sentence.first_token; t < sentence.limit_token; ++t) {
    const uint32_t marked = longest;
    for (const PhraseMatch& match :
         MatchPhrases(rules_.lexicon(), document_, t, kinds)) {
      if (match.limit_token > sentence.limit_token) continue;
      Mention mention;
      mention.first = t;
      mention.limit = match.limit_token;
      mention.rule = match.rule;
      mention.text = rules_.Means(match.rule);
      if (match.kind == RuleKind::kSpeech) {
        // "And said" reports, بالذكر ("by the mention") is no verb.
        constexpr uint16_t kBeforeVerbs = kCliticAnd | kCliticThen;
        if (match.limit_token <= spoken ||
            (match.proclitics & ~kBeforeVerbs) != 0) {
          continue;
        }
        spoken = match.limit_token;
        mention.kind = Mention::kSpeech;
      } else if (match.kind == RuleKind::kScope) {
        mention.kind = Mention::kScope;
      } else {
        const auto kind = markers_.OfRule(match.rule).kind;
        if (!kind || match.limit_token <= marked) continue;
        longest = std::max(longest, match.limit_token);
        mention.kind = *kind;
      }
      found_.push_back(mention);
    }
  }
}

void SentenceReader::AddWords(const Sentence& sentence, SentenceView& view) {
  for (uint32_t t = sentence.first_token; t < sentence.limit_token; ++t) {
    if (document_.tokens[t].kind != TokenKind::kWord ||
        taken_[t - view.first_token] || IsOfFigure(t) ||
        (!to_link_ && figure_of_token_[t] != kCounted)) {
      continue;
    }
    const WordFacts& facts = FactsOf(t);
    if (facts.stop || document_.tokens[t].word->letters < 3) continue;
    Mention mention;
    mention.kind = Mention::kWord;
    mention.first = t;
    mention.limit = t + 1;
    mention.text = document_.Folded(t);
    mention.key = facts.key;
    // Scripts without capitals: any unknown word may be a name.
    if (document_.tokens[t].script != Script::kLatin) {
      mention.sound_key = facts.sound_key;
    }
    found_.push_back(mention);
  }
}

void SentenceReader::AddBarriers(const Sentence& sentence, SentenceView& view) {
  const uint32_t count = sentence.limit_token - sentence.first_token;
  view.barrier.assign(count + 1, 0);
  view.figures.assign(count + 1, 0);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t t = sentence.first_token + i;
    int barrier = 0;
    if (!IsOfFigure(t)) {
      if (document_.tokens[t].kind == TokenKind::kPunct) {
        barrier = MarkBarrier(document_.Folded(t));
      } else if (document_.tokens[t].kind == TokenKind::kWord) {
        // Of phrases that begin alike the longest tells: "until" may part what
        // "until now" does not.
        uint32_t longest = 0;
        for (const PhraseMatch& match :
             MatchPhrases(rules_.lexicon(), document_, t,
                          KindBit(RuleKind::kSentences))) {
          if (match.limit_token < longest) continue;
          const int parts = markers_.OfRule(match.rule).barrier;
          barrier =
              match.limit_token > longest ? parts : std::max(barrier, parts);
          longest = match.limit_token;
        }
        if (FactsOf(t).joined) barrier = std::max(barrier, 1);
      }
    }
    view.barrier[i + 1] = static_cast<uint16_t>(view.barrier[i] + barrier);
    view.figures[i + 1] = static_cast<uint16_t>(
        view.figures[i] + ((figure_of_token_[t] & kBeginsFigure) != 0 ? 1 : 0));
  }
}

// By place, and those of one place as they were found.
std::vector<Mention> SentenceReader::InOrder(const Sentence& sentence) const {
  std::vector<uint32_t> place(sentence.limit_token - sentence.first_token + 1);
  for (const Mention& mention : found_) {
    ++place[mention.first - sentence.first_token + 1];
  }
  for (size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<Mention> sorted(found_.size());
  for (const Mention& mention : found_) {
    sorted[place[mention.first - sentence.first_token]++] = mention;
  }
  return sorted;
}

SentenceView SentenceReader::Read(uint32_t index) {
  const Sentence& sentence = document_.sentences[index];
  SentenceView view;
  view.first_token = sentence.first_token;
  const size_t count = sentence.limit_token - sentence.first_token;
  taken_.assign(count, 0);
  found_.clear();
  view.stems.reserve(count);
  AddNames(sentence, view);
  AddConcepts(sentence, view);
  AddMarkers(sentence, view);
  AddWords(sentence, view);
  AddBarriers(sentence, view);
  view.mentions = InOrder(sentence);
  return view;
}

}  // namespace crosscheck
