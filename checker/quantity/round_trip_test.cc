// What is written out by other hands is read back the same: numbers spelled by
// ICU, digits in every convention, dates in every format. Values are drawn by
// rapidcheck; RC_PARAMS="max_success=10000" makes a million numbers of it.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <memory>
#include <string>
#include <vector>

#include "checker/quantity/find_quantities.h"
#include "checker/quantity/time_calendar.h"
#include "checker/testing/read_text.h"
#include "checker/text/read_document.h"

namespace crosscheck {
namespace {

constexpr size_t kNumbersAtOnce = 100;

// The figures of each line.
std::vector<std::vector<Quantity>> ReadLines(
    const std::vector<std::string>& lines, std::string_view language) {
  static const QuantityFinder finder(BuiltInRules());
  std::string text;
  std::vector<uint32_t> ends;
  for (const std::string& line : lines) {
    text += line;
    text += '\n';
    ends.push_back(static_cast<uint32_t>(text.size()));
  }
  Article article = ArticleOf(text);
  article.language = language;
  const Document document = ReadDocument(article, BuiltInRules());
  std::vector<std::vector<Quantity>> out(lines.size());
  size_t line = 0;
  for (Quantity& figure : finder.Find(article, document).quantities) {
    while (figure.span.begin >= ends[line]) ++line;
    out[line].push_back(std::move(figure));
  }
  return out;
}

// Of all magnitudes alike, up to a quadrillion.
rc::Gen<std::vector<int64_t>> Numbers() {
  return rc::gen::container<std::vector<int64_t>>(
      kNumbersAtOnce, rc::gen::mapcat(rc::gen::inRange(1, 16), [](int digits) {
        int64_t above = 1;
        for (int i = 0; i < digits; ++i) above *= 10;
        return rc::gen::inRange<int64_t>(2, above);
      }));
}

void ReadsBack(const std::vector<int64_t>& numbers,
               const std::vector<std::string>& lines,
               std::string_view language) {
  const auto read = ReadLines(lines, language);
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (read[i].size() != 1 || read[i][0].value != Decimal(numbers[i])) {
      RC_FAIL(fmt::format("{}: \"{}\" read as {} figures, the first {}",
                          numbers[i], lines[i], read[i].size(),
                          read[i].empty() || !read[i][0].value
                              ? "none"
                              : read[i][0].value->ToString()));
    }
  }
}

class Speller {
 public:
  Speller(const char* locale, const char* rules) {
    UErrorCode status = U_ZERO_ERROR;
    format_ = std::make_unique<icu::RuleBasedNumberFormat>(
        icu::URBNF_SPELLOUT, icu::Locale(locale), status);
    format_->setDefaultRuleSet(icu::UnicodeString::fromUTF8(rules), status);
    EXPECT_TRUE(U_SUCCESS(status));
  }
  std::string operator()(int64_t number) const {
    icu::UnicodeString words;
    std::string out;
    format_->format(number, words).toUTF8String(out);
    return out;
  }

 private:
  std::unique_ptr<icu::RuleBasedNumberFormat> format_;
};

TEST(RoundTrip, SpelledInEnglish) {
  const Speller spell("en", "%spellout-cardinal");
  const Speller verbose("en", "%spellout-cardinal-verbose");
  EXPECT_TRUE(rc::check([&] {
    const auto numbers = *Numbers();
    for (const Speller* speller : {&spell, &verbose}) {
      std::vector<std::string> lines;
      for (int64_t n : numbers) lines.push_back((*speller)(n) + " boats left");
      ReadsBack(numbers, lines, "en");
    }
  }));
}

TEST(RoundTrip, SpelledInArabic) {
  const Speller spell("ar", "%spellout-cardinal-masculine");
  EXPECT_TRUE(rc::check([&] {
    const auto numbers = *Numbers();
    std::vector<std::string> lines;
    for (int64_t n : numbers) lines.push_back(spell(n) + ".");
    ReadsBack(numbers, lines, "ar");
  }));
}

std::string Grouped(int64_t number, std::string_view mark) {
  std::string digits = std::to_string(number), out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
    out += digits[i];
  }
  return out;
}

std::string InDigits(std::string_view ascii, std::string_view zero) {
  std::string out;
  for (char c : ascii) {
    if (c < '0' || c > '9') {
      out += c;
      continue;
    }
    std::string digit(zero);
    digit.back() = static_cast<char>(digit.back() + (c - '0'));
    out += digit;
  }
  return out;
}

TEST(RoundTrip, DigitsOfEveryConvention) {
  EXPECT_TRUE(rc::check([] {
    // A bare year is a date.
    auto numbers = *Numbers();
    for (int64_t& n : numbers) n = n >= 1000 && n < 3000 ? n * 10 + 7 : n;
    const std::string_view kMarks[] = {"", ",", "\u00a0", "\u202f", "\u2009"};
    for (std::string_view mark : kMarks) {
      std::vector<std::string> lines;
      for (int64_t n : numbers)
        lines.push_back(Grouped(n, mark) + " boats left");
      ReadsBack(numbers, lines, "en");
    }
    for (std::string_view zero : {"\u0660", "\u06f0"}) {
      std::vector<std::string> plain, grouped;
      for (int64_t n : numbers) {
        plain.push_back("غادر " + InDigits(Grouped(n, ""), zero) + " قارب");
        grouped.push_back("غادر " + InDigits(Grouped(n, "\u066c"), zero) +
                          " قارب");
      }
      ReadsBack(numbers, plain, "ar");
      ReadsBack(numbers, grouped, "ar");
    }
  }));
}

TEST(RoundTrip, DatesOfEveryFormat) {
  static constexpr const char* kEnglish[] = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  static constexpr const char* kArabic[] = {
      "يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
      "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
  EXPECT_TRUE(rc::check([] {
    const int year = *rc::gen::inRange(1900, 2100);
    const int month = *rc::gen::inRange(1, 13);
    const int day = *rc::gen::inRange(1, DaysInMonth(year, month) + 1);
    const char* const en = kEnglish[month - 1];
    const std::vector<std::string> english = {
        fmt::format("It left on {} {}, {}", en, day, year),
        fmt::format("It left on {} {} {}", day, en, year),
        fmt::format("It left on {:04}-{:02}-{:02}", year, month, day),
    };
    const std::vector<std::string> arabic = {
        fmt::format("غادر في {} {} {}", day, kArabic[month - 1], year),
        fmt::format("غادر في {:04}-{:02}-{:02}", year, month, day),
    };
    const auto wanted = MakeDay(year, month, day);
    const auto check = [&](const auto& lines, std::string_view language) {
      const auto read = ReadLines(lines, language);
      for (size_t i = 0; i < lines.size(); ++i) {
        RC_ASSERT(read[i].size() == 1u);
        RC_ASSERT(read[i][0].days.first == wanted);
        RC_ASSERT(read[i][0].days.last == wanted);
      }
    };
    check(english, "en");
    check(arabic, "ar");
  }));
}

TEST(Feasts, FallWhereCalendarsPutThem) {
  const struct {
    std::string_view calendar, value;
    int year;
    std::string_view first, last;
  } kRows[] = {
      {"", "12 25", 2024, "2024-12-25", "2024-12-25"},
      {"weekday", "4 4 11", 2024, "2024-11-28", "2024-11-28"},
      {"weekday", "4 4 11 1", 2024, "2024-11-29", "2024-11-29"},
      {"weekday", "-1 1 5", 2024, "2024-05-27", "2024-05-27"},
      {"easter", "0", 2024, "2024-03-31", "2024-03-31"},
      {"easter", "-2", 2025, "2025-04-18", "2025-04-18"},
      {"orthodox", "0", 2024, "2024-05-05", "2024-05-05"},
      {"hijri", "10 1", 2024, "2024-04-10", "2024-04-10"},
      {"hebrew", "8 15 8", 2024, "2024-04-23", "2024-04-30"},
      {"chinese", "1 1", 2024, "2024-02-10", "2024-02-10"},
      {"weekday", "6 1 2", 2023, "", ""},
      {"", "13 1", 2024, "", ""},
      {"", "12", 2024, "", ""},
      {"", "x", 2024, "", ""},
      {"weekday", "9 9 99", 2024, "", ""},
  };
  for (const auto& row : kRows) {
    const auto days = FeastDays(row.calendar, row.value, row.year);
    EXPECT_EQ(days ? ToIsoDate(*days->first) : "", row.first) << row.value;
    EXPECT_EQ(days ? ToIsoDate(*days->last) : "", row.last) << row.value;
  }
  EXPECT_EQ(HijriYearIn(2034, 9, std::nullopt), 1456);
}

}  // namespace
}  // namespace crosscheck
