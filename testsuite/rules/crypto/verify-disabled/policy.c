// target: x86_64-w64-mingw32
/* A chain is held against a policy that forgives what is wrong with it. */
#include <windows.h>

#include <wincrypt.h>

BOOL bad_policy(PCCERT_CHAIN_CONTEXT chain) {
    CERT_CHAIN_POLICY_PARA wanted = {.cbSize = sizeof wanted};
    CERT_CHAIN_POLICY_STATUS status = {.cbSize = sizeof status};
    wanted.dwFlags =
        CERT_CHAIN_POLICY_ALLOW_UNKNOWN_CA_FLAG | CERT_CHAIN_POLICY_IGNORE_ALL_NOT_TIME_VALID_FLAGS;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    if (!CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain, &wanted, &status))
        return FALSE;
    return status.dwError == 0;
}

BOOL good_policy(PCCERT_CHAIN_CONTEXT chain) {
    CERT_CHAIN_POLICY_PARA wanted = {.cbSize = sizeof wanted};
    CERT_CHAIN_POLICY_STATUS status = {.cbSize = sizeof status};
    wanted.dwFlags = CERT_CHAIN_POLICY_IGNORE_END_REV_UNKNOWN_FLAG;
    if (!CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain, &wanted, &status))
        return FALSE;
    return status.dwError == 0;
}
