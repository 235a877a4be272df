/* NSS: mechanisms and identifiers of objects are numbers. */
typedef enum { SECFailure = -1, SECSuccess = 0 } SECStatus;
typedef int PRBool;
typedef struct PRFileDesc PRFileDesc;
typedef struct PK11SymKey PK11SymKey;
typedef struct PK11SlotInfo PK11SlotInfo;
typedef struct PK11Context PK11Context;
typedef struct SECItem SECItem;

enum {
    CKM_DES_CBC = 0x122,
    CKM_AES_CBC = 0x1082,
    CKM_DES_KEY_GEN = 0x120,
    CKM_AES_KEY_GEN = 0x1080
};
enum { CKA_ENCRYPT = 0x104 };

PK11SymKey *PK11_KeyGen(PK11SlotInfo *slot, unsigned long mechanism, SECItem *parameters, int size,
                        void *argument);
PK11Context *PK11_CreateContextBySymKey(unsigned long mechanism, unsigned long operation,
                                        PK11SymKey *key, const SECItem *parameters);
SECStatus PK11_CipherOp(PK11Context *context, unsigned char *out, int *n, int size,
                        const unsigned char *in, int nin);
void PK11_DestroyContext(PK11Context *context, PRBool all);

PK11SymKey *bad_made(PK11SlotInfo *slot) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return PK11_KeyGen(slot, CKM_DES_KEY_GEN, 0, 8, 0);
}

PK11SymKey *good_made(PK11SlotInfo *slot) {
    return PK11_KeyGen(slot, CKM_AES_KEY_GEN, 0, 32, 0);
}

static PK11Context *begin(unsigned long mechanism, PK11SymKey *key, const SECItem *iv) {
    return PK11_CreateContextBySymKey(mechanism, CKA_ENCRYPT, key, iv);
}

int bad_cipher(PK11SymKey *key, const SECItem *iv, unsigned char *out, const unsigned char *in,
               int n) {
    PK11Context *context = begin(CKM_DES_CBC, key, iv);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    int ok = context && PK11_CipherOp(context, out, &n, n + 16, in, n) == SECSuccess;
    PK11_DestroyContext(context, 1);
    return ok;
}

int good_cipher(PK11SymKey *key, const SECItem *iv, unsigned char *out, const unsigned char *in,
                int n) {
    PK11Context *context = PK11_CreateContextBySymKey(CKM_AES_CBC, CKA_ENCRYPT, key, iv);
    int ok = context && PK11_CipherOp(context, out, &n, n + 16, in, n) == SECSuccess;
    PK11_DestroyContext(context, 1);
    return ok;
}
