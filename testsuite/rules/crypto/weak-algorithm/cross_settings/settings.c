/* Defaults: a strong key derivation beside a weak cipher. */
#include "vault.h"

void vault_settings_default(struct vault_settings *settings) {
    settings->rounds = 300000;
    settings->digest = "SHA512";
    settings->cipher = "RC2-CBC";
}
