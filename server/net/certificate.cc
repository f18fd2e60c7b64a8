// Certificates and their keys, as PEM files hold them.
#include "net/certificate.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace rebond {
namespace {

constexpr char kCertOption[] = "--tls-cert";
constexpr char kKeyOption[] = "--tls-key";

/// Null when the file cannot be read; errno says why.
BioPtr open_file(const std::filesystem::path& file) {
  errno = 0;
  return BioPtr(BIO_new_file(file.c_str(), "r"));
}

Error unreadable(const char* option, const std::filesystem::path& file) {
  const int reason = errno;
  ERR_clear_error();
  return {ErrorKind::kInvalid, option,
          "cannot read " + file.string() + " (" + std::strerror(reason) +
              "); name a PEM file that this user may read"};
}

/// Without it OpenSSL would ask the terminal for a password.
int no_password(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) {
  return -1;
}

CertificatePtr read_certificate(BIO& bio) {
  return CertificatePtr(PEM_read_bio_X509(&bio, nullptr, no_password, nullptr));
}

Result<void> read_certificates(const std::filesystem::path& file, KeyPair& pair) {
  const BioPtr bio = open_file(file);
  if (!bio) return unreadable(kCertOption, file);
  pair.certificate = read_certificate(*bio);
  if (!pair.certificate) {
    ERR_clear_error();
    return Error{ErrorKind::kInvalid, kCertOption,
                 file.string() +
                     " holds no certificate in PEM; name the file that begins with "
                     "-----BEGIN CERTIFICATE-----"};
  }
  while (CertificatePtr next = read_certificate(*bio)) pair.chain.push_back(std::move(next));
  // The last attempt found the end of the file.
  ERR_clear_error();
  return {};
}

double to_ms(const ASN1_TIME& time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(&time, &parts) != 1) return 0;
  return static_cast<double>(timegm(&parts)) * 1'000;
}

std::string to_text(const ASN1_STRING& string) {
  const auto* bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(&string));
  return {bytes, static_cast<std::size_t>(ASN1_STRING_length(&string))};
}

std::string ip_to_text(const ASN1_STRING& string) {
  const std::string bytes = to_text(string);
  std::array<char, INET6_ADDRSTRLEN> text{};
  const int family = bytes.size() == 4 ? AF_INET : AF_INET6;
  if (bytes.size() != 4 && bytes.size() != 16) return {};
  inet_ntop(family, bytes.data(), text.data(), text.size());
  return text.data();
}

}  // namespace

void FreeOpenssl::operator()(X509* certificate) const {
  X509_free(certificate);
}

void FreeOpenssl::operator()(EVP_PKEY* key) const {
  EVP_PKEY_free(key);
}

void FreeOpenssl::operator()(BIO* bio) const {
  BIO_free_all(bio);
}

Result<KeyPair> read_key_pair(const std::filesystem::path& certificate,
                              const std::filesystem::path& key) {
  KeyPair pair;
  if (Result<void> read = read_certificates(certificate, pair); !read) return read.error();
  const BioPtr bio = open_file(key);
  if (!bio) return unreadable(kKeyOption, key);
  pair.key.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_password, nullptr));
  if (!pair.key) {
    ERR_clear_error();
    return Error{ErrorKind::kInvalid, kKeyOption,
                 key.string() +
                     " holds no private key in PEM, or one with a password; name the "
                     "key of the certificate, without a password"};
  }
  if (X509_check_private_key(pair.certificate.get(), pair.key.get()) != 1) {
    ERR_clear_error();
    return Error{ErrorKind::kInvalid, kKeyOption,
                 key.string() + " is not the key of the certificate in " + certificate.string() +
                     "; name two files that were made together"};
  }
  return pair;
}

Validity validity_of(const X509& certificate) {
  return {to_ms(*X509_get0_notBefore(&certificate)), to_ms(*X509_get0_notAfter(&certificate))};
}

std::vector<std::string> names_of(const X509& certificate) {
  const std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)> list(
      static_cast<GENERAL_NAMES*>(
          X509_get_ext_d2i(&certificate, NID_subject_alt_name, nullptr, nullptr)),
      &GENERAL_NAMES_free);
  std::vector<std::string> names;
  for (int i = 0; list && i < sk_GENERAL_NAME_num(list.get()); ++i) {
    const GENERAL_NAME& name = *sk_GENERAL_NAME_value(list.get(), i);
    if (name.type == GEN_DNS) names.push_back(to_text(*name.d.dNSName));
    if (name.type == GEN_IPADD) names.push_back(ip_to_text(*name.d.iPAddress));
  }
  return names;
}

std::string sha256_fingerprint(const X509& certificate) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  X509_digest(&certificate, EVP_sha256(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    if (i != 0) text += ':';
    text += kDigits[digest[i] >> 4U];
    text += kDigits[digest[i] & 0x0FU];
  }
  return text;
}

std::string openssl_complaint() {
  std::array<char, 256> text{};
  const unsigned long error = ERR_peek_last_error();
  ERR_clear_error();
  if (error == 0) return "no reason given";
  ERR_error_string_n(error, text.data(), text.size());
  return text.data();
}

}  // namespace rebond
