// The certificate that the server makes for itself.
#include "net/self_signed.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rebond {
namespace {

constexpr double kDayMs = 86'400'000;
// Apple's devices refuse certificates of longer life, whoever made them.
constexpr int kValidDays = 825;
constexpr double kRenewBeforeMs = 30 * kDayMs;
constexpr char kOption[] = "--tls-self-signed";

bool is_ip_address(const std::string& name) {
  in6_addr address{};
  return inet_pton(AF_INET, name.c_str(), &address) == 1 ||
         inet_pton(AF_INET6, name.c_str(), &address) == 1;
}

/// Addresses as OpenSSL writes them back, so that they can be compared.
std::string canonical(const std::string& name) {
  in6_addr address{};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (inet_pton(AF_INET6, name.c_str(), &address) != 1) return name;
  return inet_ntop(AF_INET6, &address, text.data(), text.size());
}

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  const std::string text = name.data();
  const bool usable = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
  });
  return usable ? text : std::string();
}

std::string subject_alt_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) {
    text += text.empty() ? "" : ",";
    text += (is_ip_address(name) ? "IP:" : "DNS:") + name;
  }
  return text;
}

bool add_extension(X509& certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, &certificate, &certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  const bool added = extension != nullptr && X509_add_ext(&certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return added;
}

/// A random number, so that a browser never takes two certificates for one.
bool set_serial(X509& certificate) {
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_new(), &BN_free);
  return number && BN_rand(number.get(), 159, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
         BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate)) != nullptr;
}

bool set_identity(X509& certificate, EVP_PKEY& key, double wall_ms) {
  const auto now = static_cast<time_t>(wall_ms / 1'000);
  std::time_t base = now;
  X509_NAME* name = X509_get_subject_name(&certificate);
  static constexpr unsigned char kName[] = "Rebond";
  return X509_set_version(&certificate, X509_VERSION_3) == 1 && set_serial(certificate) &&
         X509_time_adj_ex(X509_getm_notBefore(&certificate), -1, 0, &base) != nullptr &&
         X509_time_adj_ex(X509_getm_notAfter(&certificate), kValidDays - 1, 0, &base) != nullptr &&
         X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, kName, -1, -1, 0) == 1 &&
         X509_set_issuer_name(&certificate, name) == 1 && X509_set_pubkey(&certificate, &key) == 1;
}

// No CA: who trusts this certificate trusts this server, and nothing else that its key could sign.
bool set_uses(X509& certificate, const std::vector<std::string>& names) {
  return add_extension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
         add_extension(certificate, NID_key_usage, "critical,digitalSignature") &&
         add_extension(certificate, NID_ext_key_usage, "serverAuth") &&
         add_extension(certificate, NID_subject_key_identifier, "hash") &&
         add_extension(certificate, NID_subject_alt_name, subject_alt_names(names));
}

std::string to_pem(const KeyPair& pair, bool key) {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  const int written = key ? PEM_write_bio_PKCS8PrivateKey(bio.get(), pair.key.get(), nullptr,
                                                          nullptr, 0, nullptr, nullptr)
                          : PEM_write_bio_X509(bio.get(), pair.certificate.get());
  const char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);
  return written == 1 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

/// Whole or not at all: a server that starts meanwhile must not read half a file.
bool replace_file(const std::filesystem::path& file, const std::string& bytes, mode_t mode) {
  const std::string draft = file.string() + ".new";
  unlink(draft.c_str());
  const int handle = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (handle < 0) return false;
  const bool written =
      write(handle, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
      fsync(handle) == 0;
  close(handle);
  return written && rename(draft.c_str(), file.c_str()) == 0;
}

Result<void> write_pair(const TlsSettings& files, const KeyPair& pair) {
  std::error_code error;
  std::filesystem::create_directories(files.key.parent_path(), error);
  chmod(files.key.parent_path().c_str(), 0700);
  // The key first: with the old certificate it does not fit, and the next start makes both again.
  if (replace_file(files.key, to_pem(pair, true), 0600) &&
      replace_file(files.certificate, to_pem(pair, false), 0644)) {
    return {};
  }
  return Error{ErrorKind::kIo, kOption,
               "cannot write " + files.key.parent_path().string() + " (" + std::strerror(errno) +
                   "); give this user the right to it, or use --tls-cert and --tls-key"};
}

bool still_fits(const TlsSettings& files, const std::vector<std::string>& names, double wall_ms) {
  const Result<KeyPair> kept = read_key_pair(files.certificate, files.key);
  if (!kept) return false;
  const Validity validity = validity_of(*kept->certificate);
  if (wall_ms < validity.from_ms || wall_ms > validity.until_ms - kRenewBeforeMs) return false;
  const std::vector<std::string> known = names_of(*kept->certificate);
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(known.begin(), known.end(), canonical(name)) != known.end();
  });
}

}  // namespace

std::vector<std::string> names_of_this_machine(const std::vector<std::string>& interfaces) {
  std::vector<std::string> names{"localhost", "rebond.local", "127.0.0.1", "::1"};
  const std::string host = host_name();
  if (!host.empty() && host != "localhost") names.push_back(host);
  names.insert(names.end(), interfaces.begin(), interfaces.end());
  return names;
}

Result<KeyPair> make_self_signed(const std::vector<std::string>& names, double wall_ms) {
  KeyPair pair;
  pair.key.reset(EVP_EC_gen("P-256"));
  pair.certificate.reset(X509_new());
  if (!pair.key || !pair.certificate || !set_identity(*pair.certificate, *pair.key, wall_ms) ||
      !set_uses(*pair.certificate, names) ||
      X509_sign(pair.certificate.get(), pair.key.get(), EVP_sha256()) == 0) {
    return Error{
        ErrorKind::kUnavailable, kOption,
        "cannot make a certificate (" + openssl_complaint() + "); use --tls-cert and --tls-key"};
  }
  return pair;
}

Result<void> keep_self_signed(const TlsSettings& files, const std::vector<std::string>& names,
                              double wall_ms) {
  if (still_fits(files, names, wall_ms)) return {};
  const Result<KeyPair> made = make_self_signed(names, wall_ms);
  if (!made) return made.error();
  return write_pair(files, *made);
}

std::string how_to_trust(const TlsSettings& files, const X509& certificate, std::string_view url) {
  return "The certificate was made by this server, so browsers warn once on each device.\n"
         "  SHA-256 fingerprint: " +
         sha256_fingerprint(certificate) +
         "\n"
         "  To accept it: open " +
         std::string(url) +
         ", compare the fingerprint with the one that the browser shows under\n"
         "    \"certificate\", then choose to go on. Or import " +
         files.certificate.string() +
         "\n"
         "    on the device as a trusted server certificate.\n"
         "  No warning at all: --tls-cert and --tls-key with a certificate for a name of your "
         "own.\n";
}

}  // namespace rebond
