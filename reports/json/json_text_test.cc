#include "reports/json/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace crosscheck {
namespace {

std::string Quoted(std::string_view text) {
  std::string out;
  AppendQuoted(text, out);
  return out;
}

struct Row {
  std::string_view text, written;
};

TEST(AppendQuoted, EscapesWhatAReaderWouldObey) {
  using namespace std::string_view_literals;
  const Row kRows[] = {
      {"", R"("")"},
      {"plain text longer than eight bytes",
       R"("plain text longer than eight bytes")"},
      {"say \"5%\"\n", R"("say \"5%\"\n")"},
      {"a\\b\tc\rd", R"("a\\b\tc\rd")"},
      {"\0\x01\x1f\x7f"sv, R"("\u0000\u0001\u001f\u007f")"},
      // Arabic: "5.6 million", in its own digits
      {"٥٫٦ مليون", "\"٥٫٦ مليون\""},
      {"«nbsp»\xc2\xa0", "\"«nbsp»\xc2\xa0\""},
      {"\xc2\x9b"
       "31m",
       R"("\u009b31m")"},  // C1 CSI
      {"a\xe2\x80\xa8"
       "b\xe2\x80\xa9"
       "c",
       R"("a\u2028b\u2029c")"},
      {"\xe2\x80\xae|\xe2\x81\xa6|\xe2\x81\xa9", R"("\u202e|\u2066|\u2069")"},
      // Marks that only help a reader stay: RLM, a dash, a curly quote.
      {"\xe2\x80\x8f–“”…", "\"\xe2\x80\x8f–“”…\""},
      {"😀 emoji", "\"😀 emoji\""},
      {"</script>", "\"</script>\""},
      {"/", R"("/")"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Quoted(row.text), row.written);
    EXPECT_EQ(nlohmann::json::parse(Quoted(row.text)).get<std::string>(),
              row.text);
  }
}

// The scan goes eight bytes at a time; a stop must be seen wherever it falls.
TEST(AppendQuoted, SeesAStopAtEveryPlace) {
  for (std::string_view stop : {"\"", "\\", "\n", "\x01", "\x7f", "\xc2\x85",
                                "\xe2\x80\xa8", "ي", "–", " "}) {
    for (size_t before = 0; before < 20; ++before) {
      for (size_t after = 0; after < 20; ++after) {
        std::string text(before, 'a');
        text += stop;
        text.append(after, '!');
        EXPECT_EQ(nlohmann::json::parse(Quoted(text)).get<std::string>(), text);
        EXPECT_EQ(Quoted(text).find('\n'), std::string::npos);
      }
    }
  }
}

TEST(AppendNumber, WritesDigits) {
  std::string out;
  AppendNumber(0, out);
  AppendNumber(18446744073709551615u, out);
  EXPECT_EQ(out, "018446744073709551615");
}

}  // namespace
}  // namespace crosscheck
