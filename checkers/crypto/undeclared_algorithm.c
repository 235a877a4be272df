/* crypto/undeclared-algorithm: cryptography that the vendor's declaration does not name.
 *
 *     EVP_CIPHER_CTX_new(); EVP_EncryptInit_ex(ctx, EVP_rc4(), ...);   // declared: AES, SHA-256
 *
 * Nothing is found without a declaration, or with one that names no cryptography at all: then the
 * vendor did not mean to tell. Not caught: algorithms that nobody could name.
 */
#include <string.h>

#include "checkers/shared/crypto/inventory.h"
#include "engine/base/arena.h"
#include "engine/finding/finding.h"
#include "engine/program/declaration.h"

enum { BASE = 40, OWN = 10 };

static void tell(struct vt_check *check, const struct vt_asset *asset) {
    struct vt_finding *finding = vt_finding_new(check, asset->places[0]);
    bool is_suite = strcmp(asset->type, "cipher-suite") == 0;
    vt_finding_message(check, finding,
                       "The program uses %s%s, which the declaration does not name.",
                       is_suite ? "the cipher suite " : "", asset->name);
    vt_finding_path(check, finding, NULL, NULL, NULL,
                    asset->is_own ? "Its constants stand here" : "It is used here");
    if (asset->is_own)
        vt_finding_evidence(check, finding, "own-implementation", OWN,
                            "It is an implementation of the program's own");
    vt_finding_send(check, finding, BASE);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_declaration *declaration = vt_program_declaration(program);
    if (!declaration || declaration->nassets == 0)
        return;
    const struct vt_inventory *inventory = vt_inventory_of(program, vt_check_arena(check));
    for (size_t i = 0; i < inventory->count; i++)
        if (!inventory->items[i].declared)
            tell(check, &inventory->items[i]);
}

const struct vt_rule vt_crypto_undeclared_algorithm = {
    .id = "crypto/undeclared-algorithm",
    .name = "UndeclaredAlgorithm",
    .summary = "Cryptography is used that the vendor's declaration does not name",
    .description =
        "The declaration names algorithms, protocols and generators as cryptographic assets. What "
        "the program uses beside them, by a library or of its own making (known by its constants), "
        "was forgotten or is not meant to be known.",
    .help = "Declare it, or remove it. `vitrine declare` drafts the list.",
    .cwe = "CWE-1059",
    .precision = "high",
    .severity = 3.0,
    .run = run,
};
