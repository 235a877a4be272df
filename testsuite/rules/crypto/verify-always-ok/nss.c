/* NSS: SECSuccess lets the peer in. */
typedef enum { SECFailure = -1, SECSuccess = 0 } SECStatus;
typedef int PRBool;
typedef struct PRFileDesc PRFileDesc;
typedef SECStatus (*SSLBadCertHandler)(void *argument, PRFileDesc *socket);

SECStatus SSL_BadCertHook(PRFileDesc *socket, SSLBadCertHandler f, void *argument);
int PR_GetError(void);

static SECStatus accept_any(void *argument, PRFileDesc *socket) {
    (void)argument, (void)socket;
    return SECSuccess;
}

int bad_hook(PRFileDesc *socket) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    return SSL_BadCertHook(socket, accept_any, 0);
}

static SECStatus refuse(void *argument, PRFileDesc *socket) {
    (void)socket;
    *(int *)argument = PR_GetError();
    return SECFailure;
}

int good_hook(PRFileDesc *socket, int *error) {
    return SSL_BadCertHook(socket, refuse, error);
}
