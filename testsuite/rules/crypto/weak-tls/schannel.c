/* Versions of SChannel, one number among others of a struct. */
// target: x86_64-w64-mingw32
#define SECURITY_WIN32
#include <windows.h>

#include <schannel.h>
#include <security.h>
#include <string.h>

static int open_by(SCHANNEL_CRED *how, CredHandle *handle) {
    TimeStamp until;
    how->dwVersion = SCHANNEL_CRED_VERSION;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return AcquireCredentialsHandleA(NULL, (LPSTR)UNISP_NAME_A, SECPKG_CRED_OUTBOUND, NULL, how,
                                     NULL, NULL, handle, &until) == SEC_E_OK;
}

int bad_old(CredHandle *handle) {
    SCHANNEL_CRED how;
    memset(&how, 0, sizeof how);
    how.grbitEnabledProtocols = SP_PROT_SSL3_CLIENT | SP_PROT_TLS1_2_CLIENT;
    how.dwFlags = SCH_CRED_AUTO_CRED_VALIDATION;
    return open_by(&how, handle);
}

/* What follows the versions in the struct is none. */
int good_flags(CredHandle *handle) {
    SCHANNEL_CRED how;
    TimeStamp until;
    memset(&how, 0, sizeof how);
    how.dwVersion = SCHANNEL_CRED_VERSION;
    how.grbitEnabledProtocols = SP_PROT_TLS1_2_CLIENT;
    how.dwMinimumCipherStrength = 128;
    how.dwFlags = SCH_CRED_AUTO_CRED_VALIDATION;
    return AcquireCredentialsHandleA(NULL, (LPSTR)UNISP_NAME_A, SECPKG_CRED_OUTBOUND, NULL, &how,
                                     NULL, NULL, handle, &until) == SEC_E_OK;
}
