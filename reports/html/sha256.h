#ifndef CROSSCHECK_REPORTS_HTML_SHA256_H_
#define CROSSCHECK_REPORTS_HTML_SHA256_H_

#include <string>
#include <string_view>

namespace crosscheck {

// SHA-256 (FIPS 180-4) in base64: what a Content Security Policy names an
// inline script or style by.
//
//   Sha256Base64("")   // "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
std::string Sha256Base64(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_HTML_SHA256_H_
