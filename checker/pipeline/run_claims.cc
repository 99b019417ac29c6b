#include "checker/pipeline/run_claims.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "checker/pipeline/on_threads.h"
#include "checker/pipeline/show_claim.h"

namespace crosscheck {

using Features = PackedClaims::Features;

RunClaims::RunClaims(std::vector<KeptReading>& readings) : readings_(readings) {
  size_t claims = 0;
  for (const KeptReading& reading : readings) {
    const ReportArticle& article = reading.article;
    first_.push_back(claims);
    claims += reading.claims.size();
    link_articles_.push_back(
        {&reading.profile, article.outlet, article.language, reading.text,
         reading.published ? reading.published->days.first : std::nullopt});
    compare_articles_.push_back({article.id, article.url, article.outlet,
                                 reading.text, reading.published});
  }
  first_.push_back(claims);
}

ClaimsOf RunClaims::claims_of() const {
  return [this](uint32_t article, std::vector<Claim> room) {
    return readings_[article].claims.Claims(article, Features::kWith,
                                            std::move(room));
  };
}

std::vector<Claim> RunClaims::All() const {
  std::vector<Claim> out;
  for (uint32_t a = 0; a < readings_.size(); ++a) {
    std::vector<Claim> claims =
        readings_[a].claims.Claims(a, Features::kWithout);
    std::move(claims.begin(), claims.end(), std::back_inserter(out));
  }
  return out;
}

RunClaims::Linked RunClaims::TakeLinked(std::vector<ClaimLink>& links) const {
  Linked out;
  for (const ClaimLink& link : links) {
    out.numbers.push_back(link.a);
    out.numbers.push_back(link.b);
  }
  std::sort(out.numbers.begin(), out.numbers.end());
  out.numbers.erase(std::unique(out.numbers.begin(), out.numbers.end()),
                    out.numbers.end());
  out.claims.reserve(out.numbers.size());
  size_t next = 0;
  std::vector<Claim> claims;
  for (uint32_t a = 0; a < readings_.size(); ++a) {
    if (next == out.numbers.size() || out.numbers[next] >= first_[a + 1]) {
      continue;
    }
    claims =
        readings_[a].claims.Claims(a, Features::kWithout, std::move(claims));
    for (; next < out.numbers.size() && out.numbers[next] < first_[a + 1];
         ++next) {
      out.claims.push_back(std::move(claims[out.numbers[next] - first_[a]]));
    }
  }
  const auto place = [&](uint32_t number) {
    return static_cast<uint32_t>(
        std::lower_bound(out.numbers.begin(), out.numbers.end(), number) -
        out.numbers.begin());
  };
  for (ClaimLink& link : links) {
    link.a = place(link.a);
    link.b = place(link.b);
  }
  return out;
}

RunClaims::Shown RunClaims::Show(int jobs, bool keep_texts) {
  constexpr size_t kInARow = 16;  // articles of one thread
  constexpr size_t kAtOnce = 16;  // such rows
  Shown out;
  out.is_named.resize(size());
  std::vector<ReportClaims> rows;
  for (size_t first = 0; first < readings_.size(); first += kInARow * kAtOnce) {
    const size_t count = std::min(kInARow * kAtOnce, readings_.size() - first);
    rows.assign((count + kInARow - 1) / kInARow, {});
    OnThreads(jobs, rows.size(), [&](size_t row) {
      std::vector<Claim> claims;
      ClaimShower shower;
      const size_t limit = std::min((row + 1) * kInARow, count);
      for (size_t i = row * kInARow; i < limit; ++i) {
        const auto a = static_cast<uint32_t>(first + i);
        KeptReading& reading = readings_[a];
        claims =
            reading.claims.Claims(a, Features::kWithout, std::move(claims));
        const std::vector<ClaimPlace> places = reading.claims.Places();
        for (size_t c = 0; c < claims.size(); ++c) {
          ReportClaim& claim =
              shower.Show(reading.article, reading.text, places[c], claims[c]);
          claim.id = fmt::format("c{}", first_[a] + c + 1);
          out.is_named[first_[a] + c] =
              !claim.metric.empty() || !claim.subject.empty();
          rows[row].push_back(claim);
        }
        reading.claims = PackedClaims();
        if (!keep_texts) std::string().swap(reading.text);
      }
    });
    for (ReportClaims& claims : rows) out.claims.Append(std::move(claims));
  }
  return out;
}

}  // namespace crosscheck
