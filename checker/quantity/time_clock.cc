#include "checker/quantity/time_clock.h"

namespace crosscheck {
namespace {

constexpr int kHour = 60;
constexpr int kHalfDay = 12 * kHour;

class ClockParser {
 public:
  ClockParser(const TimeScan& scan, uint32_t token) : scan_(scan), at_(token) {}

  std::optional<ClockReading> Run() {
    bool marked = false;
    const uint32_t start = at_;
    const int past = ReadPast(marked);
    if (at_ != start && !scan_.Has(at_)) return std::nullopt;
    if (const auto open = scan_.Find(at_, TimeRole::kClock, true)) {
      Use(*open);
      marked = true;
      if (!scan_.Has(at_)) return std::nullopt;
    }
    if (const auto fixed = scan_.Find(at_, TimeRole::kClockTime, !marked)) {
      clock_.minutes = fixed->value;
      clock_.settled = true;
      clock_.has_minutes = false;
      Use(*fixed);
      ReadZone();
    } else if (!ReadHour(marked)) {
      return std::nullopt;
    }
    if (at_ == start) return std::nullopt;
    if (past != 0) {
      if (clock_.has_minutes) return std::nullopt;
      clock_.minutes += past;
      clock_.has_minutes = true;
    }
    return Finish();
  }

 private:
  void Use(const TimeWord& word) {
    at_ = word.limit_token;
    out_.rules.push_back(scan_.Id(word));
  }

  // "a quarter past", "20 (minutes) past" before the hour: the minutes; 0 where
  // none stand there. The first of them marks what follows as an hour.
  int ReadPast(bool& marked) {
    if (const auto word = scan_.Find(at_, TimeRole::kPast, true)) {
      if (word->value == 0) return 0;
      Use(*word);
      marked = true;
      return word->value;
    }
    const auto number = scan_.Number(at_);
    if (!number || number->ordinal || number->value < 1 ||
        number->value >= kHour) {
      return 0;
    }
    const auto word =
        scan_.Find(BehindMinuteUnit(number->limit_token), TimeRole::kPast);
    if (!word || word->value != 0) return 0;
    Use(*word);
    return number->value;
  }

  bool ReadHour(bool marked) {
    bool minutes = false;
    if (marked && ReadFourDigits()) return true;
    if (scan_.IsDigits(at_)) {
      const int hour = scan_.Digits(at_, 2);
      if (hour < 0 || hour > 24) return false;
      // "10:15", "10.15 a.m.", "11h45".
      const bool colon = scan_.IsGlued(at_ + 1, ":");
      const bool stop = scan_.IsGlued(at_ + 1, ".");
      if ((colon || stop) && scan_.Has(at_ + 2) && scan_.At(at_ + 2).glued &&
          scan_.Text(at_ + 2).size() == 2) {
        const int past = scan_.Digits(at_ + 2, 2);
        if (past >= 0 && past < kHour) {
          // With a stop it is a decimal unless a part of the day follows.
          const uint32_t next = at_ + 3;
          const bool part = scan_.Find(next, TimeRole::kDaypart).has_value();
          if (colon || part || marked) {
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
      }
      out_.rules.push_back("digits");
    } else {
      const auto number = scan_.Number(at_);
      if (!number || number->value < 1 || number->value > 24) return false;
      clock_.minutes = number->value * kHour;
      at_ = number->limit_token;
      out_.rules.push_back("words");
      ReadMinuteWords(marked);
    }
    clock_.has_minutes = minutes || clock_.minutes % kHour != 0;
    if (marked) ReadMinuteWords(true);
    bool said = marked || minutes;
    if (const auto oclock = scan_.Find(at_, TimeRole::kOclock)) {
      Use(*oclock);
      said = true;
    }
    if (ReadDaypart()) said = true;
    if (!said) return false;
    ReadZone();
    // "10:15 (07:15 GMT)" stays two times.
    return true;
  }

  // "0858 GMT" behind a word for the hour.
  bool ReadFourDigits() {
    if (!scan_.IsDigits(at_) || scan_.Text(at_).size() != 4 ||
        !scan_.Find(at_ + 1, TimeRole::kZone)) {
      return false;
    }
    const int printed = scan_.Digits(at_, 4);
    if (printed < 0 || printed / 100 > 24 || printed % 100 >= kHour) {
      return false;
    }
    clock_.minutes = printed / 100 * kHour + printed % 100;
    clock_.has_minutes = true;
    out_.rules.push_back("digits");
    ++at_;
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
    const bool minutes =
        unit && static_cast<TimeUnit>(unit->value) == TimeUnit::kMinute;
    return minutes ? unit->limit_token : token;
  }

  bool ReadDaypart() {
    uint32_t at = at_;
    // "in the morning", "من مساء".
    at = scan_.Skip(at, {TimeRole::kIn, TimeRole::kOf, TimeRole::kArticle});
    const auto part = scan_.Find(at, TimeRole::kDaypart);
    if (!part || (part->weak && at > at_)) return false;
    const int hour = clock_.minutes / kHour;
    if (hour > 12 && part->value == 0) return false;
    if (hour <= 12) {
      const bool after = part->value != 0;
      if (part->kind == "night") {
        // Eight at night is in the evening, two at night is not.
        if (hour >= 6 && hour < 12) clock_.minutes += kHalfDay;
        if (hour == 12) clock_.minutes -= kHalfDay;
      } else if (part->kind == "noon") {
        // Eleven "at noon" is before it, one after it.
        if (hour >= 1 && hour <= 4) clock_.minutes += kHalfDay;
      } else if (after && hour < 12) {
        clock_.minutes += kHalfDay;
      } else if (!after && hour == 12) {
        clock_.minutes -= kHalfDay;
      }
    }
    clock_.settled = true;
    Use(*part);
    return true;
  }

  void ReadZone() {
    uint32_t at = at_;
    const bool bracket = scan_.Is(at, "(");
    if (bracket) ++at;
    const auto zone = scan_.Find(at, TimeRole::kZone);
    if (!zone) return;
    if (zone->weak && !scan_.At(at).all_capitals) return;
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
  uint32_t at_;
  ClockParts clock_;
  ClockReading out_;
};

}  // namespace

std::optional<ClockReading> ReadClock(const TimeScan& scan, uint32_t token) {
  return ClockParser(scan, token).Run();
}

}  // namespace crosscheck
