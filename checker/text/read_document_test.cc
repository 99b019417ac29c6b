#include "checker/text/read_document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checker/rulebook/lexicon.h"
#include "checker/testing/read_text.h"
#include "checker/text/fold_text.h"

namespace crosscheck {
namespace {

std::vector<std::string> SentencesOf(std::string_view text) {
  const Article article = ArticleOf(text);
  std::vector<std::string> out;
  for (const Sentence& sentence :
       ReadDocument(article, BuiltInRules()).sentences) {
    out.emplace_back(Cut(article.text, sentence.raw));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Sentences, EndWhereAReaderEndsThem) {
  const struct {
    std::string_view text;
    Texts sentences;
  } kRows[] = {
      {"It cost $5.6 million. It sank.", {"It cost $5.6 million.", "It sank."}},
      {"The U.S. said so. So did Mr. Smith.",
       {"The U.S. said so.", "So did Mr. Smith."}},
      {"J. K. Rowling gave 5. She left.",
       {"J. K. Rowling gave 5.", "She left."}},
      {"\"It sank.\" He left.", {"\"It sank.\"", "He left."}},
      {"Did it sink? It did!", {"Did it sink?", "It did!"}},
      {"One line\nanother line", {"One line", "another line"}},
      {"It fell by 3.5 to 2.1 points", {"It fell by 3.5 to 2.1 points"}},
      // An open quotation mark ends nothing and swallows nothing.
      {"He said \"it sank. It cost 5.", {"He said \"it sank.", "It cost 5."}},
      // "The ship sank. It cost 5.6 million."
      {"غرقت السفينة. وكلفت 5.6 مليون.", {"غرقت السفينة.", "وكلفت 5.6 مليون."}},
      // "Did it sink? Yes!"
      {"هل غرقت؟ نعم!", {"هل غرقت؟", "نعم!"}},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(SentencesOf(row.text), row.sentences) << row.text;
  }
}

TEST(Sentences, AreBounded) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  const Article article = ArticleOf(text);
  const Document document = ReadDocument(article, BuiltInRules());
  EXPECT_GT(document.sentences.size(), 4u);
  uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    EXPECT_EQ(sentence.first_token, next);
    next = sentence.limit_token;
  }
  EXPECT_EQ(next, document.tokens.size());
}

TEST(Tokens, AreWordsDigitsAndMarks) {
  const struct {
    std::string_view text;
    Texts tokens;  // folded
  } kRows[] = {
      {"AT&T's 5bn", {"at&t's", "5", "bn"}},
      {"$5.6", {"$", "5", ".", "6"}},
      {"٥٠٠ طن", {"500", "طن"}},   // "500 tonnes"
      {"9أشخاص", {"9", "اشخاص"}},  // "9persons"
      {"كُلفة", {"كلفه"}},          // "cost", with its vowels
      {"مليــون", {"مليون"}},      // "million", stretched
      {"Café", {"cafe"}},
      {"wait...", {"wait", "..."}},
  };
  for (const auto& row : kRows) {
    const Document document = ReadDocument(ArticleOf(row.text), BuiltInRules());
    Texts tokens;
    for (uint32_t t = 0; t < document.tokens.size(); ++t) {
      tokens.emplace_back(document.Folded(t));
    }
    EXPECT_EQ(tokens, row.tokens) << row.text;
  }
}

TEST(Tokens, LeadHome) {
  // "the cost of the bridge", with vowels and a direction mark; a Latin word
  // with an accent; digits of both systems.
  const Article article = ArticleOf("كُلْفَةُ الجِسر\u200f Café ٥٫٦ and 5.6\u00a0%");
  const Document document = ReadDocument(article, BuiltInRules());
  uint32_t end = 0;
  for (const Token& token : document.tokens) {
    EXPECT_GE(token.raw.begin, end);
    EXPECT_LT(token.raw.begin, token.raw.end);
    end = token.raw.end;
    // On the boundaries of characters.
    for (const uint32_t at : {token.raw.begin, token.raw.end}) {
      if (at == article.text.size()) continue;
      EXPECT_NE(static_cast<unsigned char>(article.text[at]) & 0xC0, 0x80);
    }
  }
  EXPECT_LE(end, article.text.size());
}

TEST(Clitics, AreTakenOffForLookingUp) {
  // Each means "million" with something written together before it: and, by
  // the, for, and by.
  const Document plain = ReadDocument(ArticleOf("مليون"), BuiltInRules());
  ASSERT_EQ(plain.tokens.size(), 1u);
  ASSERT_GT(plain.tokens[0].reading_count, 0);
  const WordId million = plain.tokens[0].readings[0].word;
  for (const std::string_view text : {"ومليون", "بالمليون", "لمليون"}) {
    const Document document = ReadDocument(ArticleOf(text), BuiltInRules());
    ASSERT_EQ(document.tokens.size(), 1u) << text;
    bool found = false;
    for (int i = 0; i < document.tokens[0].reading_count; ++i) {
      found |= document.tokens[0].readings[i].word == million &&
               document.tokens[0].readings[i].proclitics != 0;
    }
    EXPECT_TRUE(found) << text;
  }
}

TEST(FoldText, LeadsEveryByteBack) {
  const std::string raw = "Ünïted ٣٫٥ أُمّة\u200f!";
  const FoldedText folded = FoldText(raw, BuiltInRules().fold());
  EXPECT_EQ(folded.text, "united 3٫5 امه!");
  // Each character of its own; the marks of "nation" go with its letters, the
  // direction mark with none.
  std::vector<std::string> led;
  WayBack way_back(folded);
  for (size_t at = 0; at < folded.text.size();) {
    const auto length = static_cast<size_t>(DecodeUtf8(folded.text, at).second);
    const Span span = way_back.RawSpan(static_cast<uint32_t>(at),
                                       static_cast<uint32_t>(at + length));
    led.emplace_back(Cut(raw, span));
    at += length;
  }
  EXPECT_EQ(led, (Texts{"Ü", "n", "ï", "t", "e", "d", " ", "٣", "٫", "٥", " ",
                        "أُ", "مّ", "ة", "!"}));
  // All of it at once.
  const Span all =
      WayBack(folded).RawSpan(0, static_cast<uint32_t>(folded.text.size()));
  EXPECT_EQ(Cut(raw, all), raw);
}

}  // namespace
}  // namespace crosscheck
