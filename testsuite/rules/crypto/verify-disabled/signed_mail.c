/* Who signed a message: checked by the library unless it is told not to. */
#include <openssl/cms.h>
#include <openssl/pkcs7.h>

int bad_any_signer(CMS_ContentInfo *mail, X509_STORE *store, BIO *out) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return CMS_verify(mail, NULL, store, NULL, out, CMS_NO_SIGNER_CERT_VERIFY) == 1 ? 0 : -1;
}

int bad_any_signer_before(PKCS7 *mail, X509_STORE *store, BIO *in, BIO *out) {
    int flags = PKCS7_NOVERIFY | PKCS7_BINARY;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return PKCS7_verify(mail, NULL, store, in, out, flags) == 1 ? 0 : -1;
}

int good_signer(CMS_ContentInfo *mail, X509_STORE *store, BIO *out) {
    return CMS_verify(mail, NULL, store, NULL, out, CMS_BINARY) == 1 ? 0 : -1;
}

/* The certificates are given by the caller, who knows whose they are. */
int good_given(PKCS7 *mail, STACK_OF(X509) * known, X509_STORE *store, BIO *in, BIO *out) {
    return PKCS7_verify(mail, known, store, in, out, PKCS7_NOVERIFY | PKCS7_NOINTERN) == 1 ? 0 : -1;
}
