/* Windows: what is success of one call is failure of another. */
// target: x86_64-w64-mingw32
#include <windows.h>

#include <bcrypt.h>
#include <softpub.h>
#include <wincrypt.h>
#include <wintrust.h>

int bad_dropped(BCRYPT_KEY_HANDLE key, PUCHAR digest, PUCHAR signature, ULONG n) {
    BCRYPT_PKCS1_PADDING_INFO padding = {BCRYPT_SHA256_ALGORITHM};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    BCryptVerifySignature(key, &padding, digest, 32, signature, n, BCRYPT_PAD_PKCS1);
    return 1;
}

int good_status(BCRYPT_KEY_HANDLE key, PUCHAR digest, PUCHAR signature, ULONG n) {
    BCRYPT_PKCS1_PADDING_INFO padding = {BCRYPT_SHA256_ALGORITHM};
    NTSTATUS status =
        BCryptVerifySignature(key, &padding, digest, 32, signature, n, BCRYPT_PAD_PKCS1);
    return BCRYPT_SUCCESS(status);
}

int good_zero(BCRYPT_KEY_HANDLE key, PUCHAR digest, PUCHAR signature, ULONG n) {
    BCRYPT_PKCS1_PADDING_INFO padding = {BCRYPT_SHA256_ALGORITHM};
    if (BCryptVerifySignature(key, &padding, digest, 32, signature, n, BCRYPT_PAD_PKCS1) != 0)
        return 0;
    return 1;
}

int bad_blurred(HCRYPTHASH hash, const BYTE *signature, DWORD n, HCRYPTKEY key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    return CryptVerifySignatureW(hash, signature, n, key, NULL, 0) >= 0 ? 0 : -1;
}

int good_sharp(HCRYPTHASH hash, const BYTE *signature, DWORD n, HCRYPTKEY key) {
    return CryptVerifySignatureW(hash, signature, n, key, NULL, 0) ? 0 : -1;
}

static void describe(WINTRUST_DATA *data, WINTRUST_FILE_INFO *file, const wchar_t *path) {
    ZeroMemory(file, sizeof *file);
    ZeroMemory(data, sizeof *data);
    file->cbStruct = sizeof *file;
    file->pcwszFilePath = path;
    data->cbStruct = sizeof *data;
    data->dwUIChoice = WTD_UI_NONE;
    data->dwUnionChoice = WTD_CHOICE_FILE;
    data->pFile = file;
    data->dwStateAction = WTD_STATEACTION_VERIFY;
}

/* The second call only ends what the first began. */
int good_file(const wchar_t *path) {
    GUID action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    WINTRUST_FILE_INFO file;
    WINTRUST_DATA data;
    describe(&data, &file, path);
    LONG result = WinVerifyTrust(NULL, &action, &data);
    data.dwStateAction = WTD_STATEACTION_CLOSE;
    WinVerifyTrust(NULL, &action, &data);
    return result == ERROR_SUCCESS;
}

int bad_file(const wchar_t *path) {
    GUID action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
    WINTRUST_FILE_INFO file;
    WINTRUST_DATA data;
    describe(&data, &file, path);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    WinVerifyTrust(NULL, &action, &data);
    return 1;
}

/* That it was looked at says nothing: what was found stands in the status. */
int bad_chain(PCCERT_CHAIN_CONTEXT chain, CERT_CHAIN_POLICY_PARA *wanted) {
    CERT_CHAIN_POLICY_STATUS status = {.cbSize = sizeof status};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    return CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain, wanted, &status);
}

int good_chain(PCCERT_CHAIN_CONTEXT chain, CERT_CHAIN_POLICY_PARA *wanted) {
    CERT_CHAIN_POLICY_STATUS status = {.cbSize = sizeof status};
    return CertVerifyCertificateChainPolicy(CERT_CHAIN_POLICY_SSL, chain, wanted, &status) &&
           status.dwError == 0;
}

/* Who is told of a login that it came out well needs no more: without the token nobody is in. */
void good_told(const char *user, char *password) {
    HANDLE token;
    if (LogonUserA(user, NULL, password, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT, &token)) {
        OutputDebugStringA("welcome");
        CloseHandle(token);
    }
}
