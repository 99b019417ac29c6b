#include "checker/quantity/time_clock.h"

namespace crosscheck {
namespace {

constexpr int kLastHour = 24;

class ClockParser {
 public:
  ClockParser(const TimeScan& scan, uint32_t token)
      : scan_(scan), first_(token), at_(token) {}

  std::optional<ClockReading> Run() {
    const uint32_t start = at_;
    const int past = ReadPast();
    if (at_ != start && !scan_.Has(at_)) return std::nullopt;
    if (const auto open = scan_.Find(at_, TimeRole::kClock, true)) {
      Use(*open);
      marked_ = true;
      if (!scan_.Has(at_)) return std::nullopt;
    }
    if (const auto fixed = scan_.Find(at_, TimeRole::kClockTime, !marked_)) {
      clock_.minutes = fixed->value;
      clock_.settled = true;
      Use(*fixed);
      ReadZone();
    } else if (!ReadHour() || IsLengthOfRecording(start)) {
      return std::nullopt;
    }
    if (at_ == start) return std::nullopt;
    if (past != 0) {
      if (clock_.has_minutes || (needs_settled_ && !clock_.settled) ||
          scan_.Find(at_, TimeRole::kUnit)) {
        return std::nullopt;
      }
      clock_.minutes += past;
      clock_.has_minutes = true;
    }
    return Finish();
  }

  std::optional<ClockReading> RunBare() {
    placed_ = true;
    if (scan_.IsDigits(at_) && ReadHourMark()) {
      ReadZone();
      return Finish();
    }
    const auto number = scan_.Number(at_);
    // من الثالثة إلى الخامسة مساء
    const bool nth = number && number->ordinal &&
                     (number->digits || number->value > 12 ||
                      (number->proclitics & kCliticThe) == 0);
    if (!number || nth || number->value < 1 || number->value > kLastHour) {
      return std::nullopt;
    }
    // "9.5", "3:1" and "4/5" are no hours.
    const uint32_t next = number->limit_token;
    if (scan_.Has(next + 1) && scan_.At(next).glued &&
        scan_.At(next + 1).glued && scan_.IsDigits(next + 1) &&
        !scan_.RangeWord(next, "dash")) {
      return std::nullopt;
    }
    clock_.minutes = number->value * kHour;
    at_ = next;
    out_.rules.push_back(number->digits ? "digits" : "words");
    return Finish();
  }

 private:
  // "Chief leaves 03:05", "Listen · 6:13": how long a recording is. A bare time
  // stands behind a word of time or a small one.
  bool IsLengthOfRecording(uint32_t start) {
    if (!scan_.IsGlued(start + 1, ":") || IsPlaced() || marked_ || start == 0 ||
        !scan_.Has(start) || clock_.settled || !clock_.zone.empty() ||
        scan_.At(start).glued) {  // "2018-01-01T10:15"
      return false;
    }
    const Token& before = scan_.At(start - 1);
    if (scan_.Text(start - 1) == "\u00b7") return true;
    constexpr uint64_t kPlain = KindBit(RuleKind::kTime) |
                                KindBit(RuleKind::kStopwords) |
                                KindBit(RuleKind::kRanges);
    if (before.kind == TokenKind::kDigits && start > 2) {
      return scan_.IsGlued(start - 2, ":");  // printed twice
    }
    // "02:26" is no hour of a text that has noon at 12.
    const bool padded =
        scan_.Text(start).size() == 2 && scan_.Text(start)[0] == '0';
    return before.kind == TokenKind::kWord && (before.capital || padded) &&
           before.script == Script::kLatin && !scan_.HasKind(start - 1, kPlain);
  }

  // Does a word such as "at" stand before?
  bool IsPlaced() {
    if (!placed_) {
      const auto at = scan_.FindBefore(first_, TimeRole::kAt);
      placed_ = (at && at->value == 0) ||
                scan_.FindBefore(first_, TimeRole::kBound).has_value();
    }
    return *placed_;
  }

  void Use(const TimeWord& word) {
    at_ = word.limit_token;
    out_.rules.push_back(scan_.Id(word));
  }

  // "a quarter past", "20 (minutes) past", "ten minutes to" before the hour:
  // the minutes; 0 where none stand there. The first marks what follows as an
  // hour.
  int ReadPast() {
    if (const auto word = scan_.Find(at_, TimeRole::kPast, true)) {
      if (word->value == 0) return 0;
      Use(*word);
      marked_ = true;
      return word->value;
    }
    const auto number = scan_.Number(at_);
    if (!number || number->ordinal || number->value < 1 ||
        number->value >= kHour) {
      return 0;
    }
    const uint32_t behind = BehindMinuteUnit(number->limit_token);
    const auto word = scan_.Find(behind, TimeRole::kPast);
    if (!word || word->value != 0) return 0;
    const bool unit = behind > number->limit_token;
    const bool to = word->kind == "to";
    if (to || word->kind == "after") {
      // "10 to 11 p.m." are two hours, "20 to 3 p.m." cannot be.
      if (!unit && !(to && number->value > 12)) return 0;
      // "ten minutes to eight", but "from 30 minutes to 2".
      marked_ = to && unit && number->value % 5 == 0 &&
                number->value < kHour / 2 && !scan_.OpensRange(at_);
      needs_settled_ = !marked_;
    }
    // "ten past three"
    if (word->kind.empty() && number->value % 5 == 0) marked_ = true;
    Use(*word);
    placed_ = true;
    return to ? -number->value : number->value;
  }

  bool ReadHour() {
    bool minutes = false;
    if (ReadFourDigits()) return true;
    if (scan_.IsDigits(at_)) {
      if (ReadHourMark()) {
        ReadDaypart();
        ReadZone();
        return true;
      }
      const int hour = scan_.Digits(at_, 2);
      if (hour < 0 || hour > kLastHour) return false;
      // "10:15", "10.15 a.m."; "20,00 GMT" of French desks.
      const bool colon = scan_.IsGlued(at_ + 1, ":");
      const bool stop =
          scan_.IsGlued(at_ + 1, ".") || scan_.IsGlued(at_ + 1, ",");
      if ((colon || stop) && scan_.Has(at_ + 2) && scan_.At(at_ + 2).glued &&
          scan_.Text(at_ + 2).size() == 2) {
        const int past = scan_.Digits(at_ + 2, 2);
        if (past >= 0 && past < kHour) {
          // With a stop it is a decimal unless a part of the day or a zone
          // follows.
          const uint32_t next = at_ + 3;
          const bool part = scan_.Find(next, TimeRole::kDaypart) ||
                            scan_.Find(next, TimeRole::kZone);
          if (colon || part || marked_) {
            clock_.minutes = hour * kHour + past;
            minutes = true;
            at_ = next;
            ReadSeconds();
          }
        }
      }
      if (!minutes) {
        // A score or a ratio: "3:1".
        if (colon) return false;
        if (stop && scan_.Has(at_ + 2) && scan_.At(at_ + 2).glued &&
            scan_.IsDigits(at_ + 2)) {
          return false;
        }
        clock_.minutes = hour * kHour;
        ++at_;
        minutes = ReadSpacedMinutes();
      }
      out_.rules.push_back("digits");
    } else if (ReadHourAndMinuteWords()) {
      minutes = true;
    } else {
      const auto number = scan_.Number(at_);
      // "The first night" is no hour; الثامنة مساء is.
      const bool nth = number && number->ordinal && !marked_ &&
                       (number->proclitics & kCliticThe) == 0;
      if (number && !nth && number->value >= 1 && number->value <= kLastHour) {
        // الثالثة والنصف, الثالثة بتوقيت غرينتش
        const uint32_t next = number->limit_token;
        if (number->ordinal &&
            (scan_.Find(next, TimeRole::kZone) ||
             (!number->digits && number->proclitics == kCliticThe &&
              number->value <= 12 && IsPartOfHour(next)))) {
          marked_ = true;
        }
        clock_.minutes = number->value * kHour;
        at_ = number->limit_token;
        out_.rules.push_back("words");
        ReadMinuteWords(marked_);
      } else if (!marked_ || !ReadHourAndFraction()) {
        return false;
      }
    }
    clock_.has_minutes = minutes || clock_.minutes % kHour != 0;
    if (marked_) ReadMinuteWords(true);
    bool said = marked_ || minutes;
    if (const auto oclock = scan_.Find(at_, TimeRole::kOclock);
        oclock && (!oclock->weak || scan_.At(at_).glued)) {
      Use(*oclock);
      said = true;
    }
    // "12 noon", "12 midnight".
    if (const auto fixed = scan_.Find(at_, TimeRole::kClockTime);
        fixed && clock_.minutes == kHalfDay) {
      clock_.minutes = fixed->value;
      clock_.settled = said = true;
      Use(*fixed);
    }
    if (ReadDaypart()) said = true;
    if (!said) return false;
    ReadZone();
    // "10:15 (07:15 GMT)" stays two times.
    return true;
  }

  // "at 3 15": two digits of minutes apart, where nothing is counted by them.
  bool ReadSpacedMinutes() {
    if (clock_.minutes > kHalfDay || !scan_.Has(at_) || scan_.At(at_).glued ||
        scan_.Text(at_).size() != 2 || !scan_.IsDigits(at_) || !IsPlaced()) {
      return false;
    }
    const int past = scan_.Digits(at_, 2);
    const uint32_t next = at_ + 1;
    if (past < 0 || past >= kHour) return false;
    if (scan_.Has(next) && scan_.At(next).kind != TokenKind::kPunct &&
        !scan_.Find(next, TimeRole::kDaypart) &&
        !scan_.Find(next, TimeRole::kZone)) {
      return false;
    }
    if (scan_.Has(next + 1) && scan_.At(next).glued &&
        scan_.At(next + 1).glued) {
      return false;  // "at 3 15.5"
    }
    clock_.minutes += past;
    ++at_;
    return true;
  }

  // "16h00", "9h30"; "15h" only where an hour is asked for.
  bool ReadHourMark() {
    const int hour = scan_.Digits(at_, 2);
    const uint32_t mark = at_ + 1;
    if (hour < 0 || hour > kLastHour) return false;
    const auto word = scan_.Find(mark, TimeRole::kHourMark);
    if (!word || !scan_.At(mark).glued) return false;
    const uint32_t next = word->limit_token;
    const bool glued = scan_.Has(next) && scan_.At(next).glued;
    if (glued && scan_.IsDigits(next)) {
      const int past = scan_.Digits(next, 2);
      if (past < 0 || past >= kHour || scan_.Text(next).size() != 2) {
        return false;
      }
      // "1h30m" and "took 2h30" are lengths.
      if (scan_.Has(next + 1) && scan_.At(next + 1).glued &&
          scan_.At(next + 1).kind == TokenKind::kWord) {
        return false;
      }
      if (!IsPlaced() && scan_.FindBefore(at_, TimeRole::kSpan)) return false;
      clock_.minutes = hour * kHour + past;
      clock_.has_minutes = true;
      Use(*word);
      at_ = next + 1;
      return true;
    }
    if (glued && scan_.At(next).kind == TokenKind::kWord) return false;
    if (!IsPlaced() && !marked_ && !scan_.Find(next, TimeRole::kZone)) {
      return false;
    }
    clock_.minutes = hour * kHour;
    clock_.settled = hour > 12;
    Use(*word);
    return true;
  }

  // الساعة ثلاثة وربع: the number grammar reads 3.25.
  bool ReadHourAndFraction() {
    const auto number = scan_.numbers().Read(scan_.document(), at_);
    if (!number || number->ordinal || number->vague || number->has_scale ||
        !number->in_words || number->value < Decimal(1) ||
        number->value >= Decimal(kLastHour)) {
      return false;
    }
    const auto sixty = Multiply(number->value, kHour);
    const auto minutes = sixty ? sixty->RoundedTo(2).ToInt64() : std::nullopt;
    if (!minutes) return false;
    clock_.minutes = static_cast<int>(*minutes);
    at_ = number->limit_token;
    out_.rules.push_back("words");
    return true;
  }

  // "nine fifty nine a.m.": the number grammar reads 959.
  bool ReadHourAndMinuteWords() {
    if (!scan_.Number(at_)) return false;
    const auto number =
        scan_.numbers().Read(scan_.document(), at_, {.spoken = true});
    if (!number || number->ordinal || number->fraction || number->vague ||
        !number->value.IsInteger()) {
      return false;
    }
    const auto value = number->value.ToInt64();
    if (!value || *value < 110 || *value / 100 > 12 || *value % 100 < 10 ||
        *value % 100 >= kHour || number->limit_token < at_ + 2) {
      return false;
    }
    // "eight thirty in the evening"
    const uint32_t next =
        scan_.Skip(number->limit_token, {TimeRole::kIn, TimeRole::kArticle});
    const auto part = scan_.Find(next, TimeRole::kDaypart);
    if (!part || (part->kind != "clock" && next == number->limit_token)) {
      return false;
    }
    clock_.minutes = static_cast<int>(*value / 100 * kHour + *value % 100);
    at_ = number->limit_token;
    out_.rules.push_back("words");
    return true;
  }

  // "0858 GMT" behind a word for the hour, "at 730 in the evening", "1030 pm".
  bool ReadFourDigits() {
    const int printed = scan_.Digits(at_, 4);
    if (printed < 100 || printed / 100 > kLastHour || printed % 100 >= kHour) {
      return false;
    }
    const uint32_t next = at_ + 1;
    // "(840 AM)" is a place on the dial.
    const bool bracket = at_ > 0 && scan_.Text(at_ - 1) == "(";
    if (bracket && scan_.Text(at_).size() == 3) return false;
    // "1258 BST": an hour of a letter or two is no zone here.
    const auto named = scan_.Find(next, TimeRole::kZone);
    const bool zone = scan_.Text(at_).size() == 4 && named &&
                      (marked_ || scan_.At(next).all_capitals);
    const auto part =
        scan_.Find(scan_.Skip(next, {TimeRole::kIn, TimeRole::kArticle}),
                   TimeRole::kDaypart);
    const bool day = part && printed / 100 <= 12 &&
                     (part->kind == "clock" || IsPlaced() || marked_);
    if (!zone && !day) return false;
    clock_.minutes = printed / 100 * kHour + printed % 100;
    clock_.has_minutes = true;
    out_.rules.push_back("digits");
    ++at_;
    ReadDaypart();
    ReadZone();
    return true;
  }

  void ReadSeconds() {
    if (!scan_.IsGlued(at_, ":") || !scan_.Has(at_ + 1) ||
        !scan_.At(at_ + 1).glued || scan_.Text(at_ + 1).size() != 2) {
      return;
    }
    const int seconds = scan_.Digits(at_ + 1, 2);
    if (seconds < 0 || seconds >= 60) return;
    clock_.seconds = seconds;
    at_ += 2;
  }

  // "thirty" after "seven"; الثامنة والنصف, إلا ربعا.
  void ReadMinuteWords(bool marked) {
    if (!scan_.Has(at_)) return;
    if (const uint32_t limit = marked ? BehindDigitMinutes(at_) : 0) {
      clock_.minutes += scan_.Digits(at_ + 1, 2);
      at_ = limit;
      return;
    }
    const auto number = scan_.numbers().Read(scan_.document(), at_);
    const auto minus = scan_.Find(at_, TimeRole::kTo);
    if (minus) {
      const uint32_t next = minus->limit_token;
      if (!scan_.Has(next)) return;
      const auto less = scan_.numbers().Read(scan_.document(), next);
      const auto part = less ? MinutesOf(*less) : std::nullopt;
      if (!part) return;
      clock_.minutes -= *part;
      at_ = BehindMinuteUnit(less->limit_token);
      return;
    }
    if (!number) return;
    const bool joined = (number->proclitics & kCliticAnd) != 0;
    // بين الثالثة والخامسة: two hours.
    if (number->ordinal && (number->proclitics & kCliticThe) != 0) return;
    const auto part = MinutesOf(*number);
    if (!part) return;
    if (number->fraction && (!joined || !marked)) return;
    const uint32_t limit = number->limit_token;
    if (!joined) {
      // "seven thirty p.m."
      if (number->ordinal || number->value < Decimal(10) ||
          !scan_.Find(limit, TimeRole::kDaypart)) {
        return;
      }
    }
    clock_.minutes += *part;
    at_ = BehindMinuteUnit(limit);
  }

  // و39 دقيقة: the token behind it; 0 where it is none.
  uint32_t BehindDigitMinutes(uint32_t token) const {
    const auto join = scan_.RangeWord(token, "and");
    if (!join || *join != token + 1 || !scan_.Has(*join)) return 0;
    const int minutes = scan_.Digits(*join, 2);
    const uint32_t behind = BehindMinuteUnit(*join + 1);
    return minutes >= 0 && minutes < kHour && behind > *join + 1 ? behind : 0;
  }

  // والنصف, إلا ربعا, وعشر دقائق: what only stands behind an hour.
  bool IsPartOfHour(uint32_t token) const {
    if (!scan_.Has(token)) return false;
    if (BehindDigitMinutes(token) > 0) return true;
    if (const auto minus = scan_.Find(token, TimeRole::kTo)) {
      const uint32_t next = minus->limit_token;
      const auto less = scan_.Has(next)
                            ? scan_.numbers().Read(scan_.document(), next)
                            : std::nullopt;
      return less && MinutesOf(*less) &&
             (less->fraction ||
              BehindMinuteUnit(less->limit_token) > less->limit_token);
    }
    const auto more = scan_.numbers().Read(scan_.document(), token);
    if (!more || (more->proclitics & kCliticAnd) == 0 || !MinutesOf(*more)) {
      return false;
    }
    return more->fraction
               ? (more->proclitics & kCliticThe) != 0
               : BehindMinuteUnit(more->limit_token) > more->limit_token;
  }

  static std::optional<int> MinutesOf(const NumberReading& number) {
    const auto sixty = number.fraction ? Multiply(number.value, kHour)
                                       : std::optional(number.value);
    // A third is not exact in decimals; twenty minutes are meant.
    const auto whole = sixty ? sixty->RoundedTo(2).ToInt64() : std::nullopt;
    if (!whole || *whole < 1 || *whole >= kHour) return std::nullopt;
    return static_cast<int>(*whole);
  }

  // The token behind the word "minutes", where that stands at `token`.
  uint32_t BehindMinuteUnit(uint32_t token) const {
    const auto unit = scan_.Find(token, TimeRole::kUnit);
    const bool minutes = unit && UnitOf(*unit) == TimeUnit::kMinute;
    return minutes ? unit->limit_token : token;
  }

  // The token where a part of the day may begin: behind "in the", but the "a"
  // of "a m" is its own.
  uint32_t BeforeDaypart(uint32_t token) const {
    if (scan_.Find(token, TimeRole::kDaypart)) return token;
    return scan_.Skip(token,
                      {TimeRole::kIn, TimeRole::kOf, TimeRole::kArticle});
  }

  // "in the morning", "من مساء".
  bool ReadDaypart() {
    // "in the morning", "من مساء".
    const uint32_t at = BeforeDaypart(at_);
    const auto part = scan_.Find(at, TimeRole::kDaypart);
    if (!part || (part->weak && at > at_)) return false;
    // "3:15 م" is in the afternoon, "3 م" are metres.
    if (part->place == TimePlace::kAfter && !clock_.has_minutes) return false;
    if (clock_.minutes / kHour > 12 && part->value == 0) return false;
    PlaceInDay(DaypartOf(*part), clock_);
    if (part->kind == "clock") out_.am_or_pm = true;
    Use(*part);
    return true;
  }

  void ReadZone() {
    uint32_t at = at_;
    const bool bracket = scan_.Is(at, "(");
    if (bracket) ++at;
    const auto zone = scan_.Find(at, TimeRole::kZone);
    if (!zone) return;
    // "8:00 pst"; "et" in small letters is a word.
    const Token& letters = scan_.At(at);
    const bool sure = (clock_.has_minutes || out_.am_or_pm) &&
                      letters.end - letters.begin > 2;
    if (zone->weak && !letters.all_capitals && !sure) return;
    uint32_t limit = zone->limit_token;
    if (bracket) {
      if (!scan_.Is(limit, ")")) return;
      ++limit;
    }
    clock_.zone = scan_.rules().Attribute(zone->rule, "zone");
    out_.rules.push_back(scan_.Id(*zone));
    at_ = limit;
  }

  std::optional<ClockReading> Finish() {
    if (clock_.minutes < 0) clock_.minutes += 2 * kHalfDay;
    if (clock_.minutes >= 2 * kHalfDay) clock_.minutes -= 2 * kHalfDay;
    out_.clock = clock_;
    out_.limit_token = at_;
    return out_;
  }

  const TimeScan& scan_;
  const uint32_t first_;
  uint32_t at_;
  std::optional<bool> placed_;  // see IsPlaced
  bool marked_ = false;         // a word says that an hour follows
  bool needs_settled_ = false;  // the hour must say its half of the day
  ClockParts clock_;
  ClockReading out_;
};

}  // namespace

void PlaceInDay(const Daypart& part, ClockParts& clock) {
  const int hour = clock.minutes / kHour;
  clock.settled = true;
  if (hour > 12) return;
  if (part.kind == "night") {
    // Eight at night is in the evening, two at night is not.
    if (hour >= 6 && hour < 12) clock.minutes += kHalfDay;
    if (hour == 12) clock.minutes -= kHalfDay;
  } else if (part.kind == "noon") {
    // Eleven "at noon" is before it, one after it.
    if (hour >= 1 && hour <= 4) clock.minutes += kHalfDay;
  } else if (part.after_noon && hour < 12) {
    clock.minutes += kHalfDay;
  } else if (!part.after_noon && hour == 12) {
    clock.minutes -= kHalfDay;
  }
}

namespace {

bool BeginsWithNumber(const TimeScan& scan, uint32_t token) {
  return scan.IsDigits(token) || scan.Number(token);
}

// Most tokens asked about begin no time of day.
bool MayBegin(const TimeScan& scan, uint32_t token) {
  if (BeginsWithNumber(scan, token)) return true;
  if (!scan.HasKind(token, KindBit(RuleKind::kTime))) return false;
  return scan.Find(token, TimeRole::kPast, true) ||
         scan.Find(token, TimeRole::kClock, true) ||
         scan.Find(token, TimeRole::kClockTime, true);
}

}  // namespace

std::optional<ClockReading> ReadClock(const TimeScan& scan, uint32_t token) {
  if (!MayBegin(scan, token)) return std::nullopt;
  return ClockParser(scan, token).Run();
}

std::optional<ClockReading> ReadBareHour(const TimeScan& scan, uint32_t token) {
  if (!BeginsWithNumber(scan, token)) return std::nullopt;
  return ClockParser(scan, token).RunBare();
}

}  // namespace crosscheck
