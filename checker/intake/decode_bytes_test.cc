#include "checker/intake/decode_bytes.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

// "3-5>0-2": text bytes 3 to 5 stand for file bytes 0 to 2.
std::string Pieces(const DecodedBytes& decoded) {
  std::string out;
  for (const SourcePiece& p : decoded.recoding) {
    if (!out.empty()) out += ' ';
    out += std::to_string(p.text_begin) + "-" +
           std::to_string(p.text_begin + p.text_length) + ">" +
           std::to_string(p.source_begin) + "-" +
           std::to_string(p.source_begin + p.source_length);
  }
  return out;
}

TEST(DecodeBytes, LeavesUtf8AsItIs) {
  // "the cost"
  const DecodedBytes decoded = DecodeBytes("الكلفة 5", "");
  EXPECT_EQ(decoded.text, "الكلفة 5");
  EXPECT_TRUE(decoded.recoding.empty());
  EXPECT_EQ(decoded.fault, "");
  EXPECT_TRUE(decoded.usable);
}

TEST(DecodeBytes, BelievesUtf8BeforeADeclaration) {
  EXPECT_EQ(DecodeBytes("الكلفة", "windows-1256").text, "الكلفة");
}

TEST(DecodeBytes, TakesTheByteOrderMarkOffAndLeadsHome) {
  const DecodedBytes decoded = DecodeBytes(
      "\xEF\xBB\xBF"
      "abc",
      "");
  EXPECT_EQ(decoded.text, "abc");
  EXPECT_EQ(Pieces(decoded), "0-3>3-6");
}

TEST(DecodeBytes, ConvertsWhatIsDeclared) {
  // "the", two letters of Windows-1256, then ASCII in one piece
  const DecodedBytes decoded = DecodeBytes("\xC7\xE1 12", "windows-1256");
  EXPECT_EQ(decoded.text, "ال 12");
  EXPECT_EQ(Pieces(decoded), "0-2>0-1 2-4>1-2 4-7>2-5");
  EXPECT_EQ(decoded.fault, "");
}

TEST(DecodeBytes, ReadsUtf16ByItsMark) {
  const DecodedBytes little = DecodeBytes(std::string("\xFF\xFE"
                                                      "a\0"
                                                      "5\0",
                                                      6),
                                          "");
  EXPECT_EQ(little.text, "a5");
  EXPECT_EQ(Pieces(little), "0-1>2-4 1-2>4-6");
  const DecodedBytes big = DecodeBytes(std::string("\xFE\xFF"
                                                   "\0a"
                                                   "\0005",
                                                   6),
                                       "");
  EXPECT_EQ(big.text, "a5");
  // A character beyond the first plane takes two units.
  const DecodedBytes face =
      DecodeBytes(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6), "");
  EXPECT_EQ(face.text, "\xF0\x9F\x98\x80");
  EXPECT_EQ(Pieces(face), "0-4>2-6");
}

TEST(DecodeBytes, NamesTheFirstByteThatIsWrong) {
  const struct {
    std::string bytes, declared;
    std::string_view fault;
    bool usable;
  } kRows[] = {
      {"abc\xA3 5", "", "byte 3: not UTF-8;", false},
      // An overlong slash, a surrogate: no UTF-8 either.
      {"ab\xC0\xAF", "", "byte 2: not UTF-8;", false},
      {"ab\xED\xA0\x80 x", "", "byte 2: not UTF-8;", false},
      // Cut off inside the last character: the rest is good.
      {"abc \xD8", "", "byte 4: ends in the middle of a character;", true},
      {std::string("ab\0c", 4), "", "byte 2: a NUL byte", false},
      {std::string("a\0b\0", 4), "", "byte 1: a NUL byte", false},
      {std::string("\xFF\xFE\x3D\xD8", 4), "", "byte 2: not UTF-16LE", false},
  };
  for (const auto& row : kRows) {
    const DecodedBytes decoded = DecodeBytes(row.bytes, row.declared);
    EXPECT_EQ(decoded.fault.substr(0, row.fault.size()), row.fault);
    EXPECT_EQ(decoded.usable, row.usable) << row.fault;
  }
}

TEST(DecodeBytes, OffersTheUsualRemedy) {
  EXPECT_NE(DecodeBytes("\xC7\xE1 12", "").fault.find("windows-1256"),
            std::string::npos);
}

TEST(DecodeBytes, BoundsWhatItConverts) {
  std::string bytes(kRecodedLimit + 1, '\xC7');
  const DecodedBytes decoded = DecodeBytes(std::move(bytes), "windows-1256");
  EXPECT_FALSE(decoded.usable);
  EXPECT_NE(decoded.fault.find("convert it"), std::string::npos);
}

TEST(IsEncoding, KnowsNamesOfTheWeb) {
  EXPECT_TRUE(IsEncoding("windows-1256"));
  EXPECT_TRUE(IsEncoding("UTF-16LE"));
  EXPECT_TRUE(IsEncoding("iso-8859-6"));
  EXPECT_FALSE(IsEncoding("windows-1"));
  EXPECT_FALSE(IsEncoding("klingon"));
}

}  // namespace
}  // namespace crosscheck
