/* All rules: one line each. The order is that of `vitrine rules`. */
#include "engine/finding/finding.h"

extern const struct vt_rule vt_exfil_secret_to_network;
extern const struct vt_rule vt_exfil_file_to_network;
extern const struct vt_rule vt_exfil_identity_to_network;
extern const struct vt_rule vt_exfil_dns_tunnel;
extern const struct vt_rule vt_exfil_stash;
extern const struct vt_rule vt_exfil_capture;
extern const struct vt_rule vt_exfil_to_process;
extern const struct vt_rule vt_exfil_memory_of_others;
extern const struct vt_rule vt_exfil_raw_packet;
extern const struct vt_rule vt_exfil_echo;
extern const struct vt_rule vt_exfil_timing;
extern const struct vt_rule vt_update_unverified_code;
extern const struct vt_rule vt_update_undeclared_endpoint;
extern const struct vt_rule vt_update_remote_command;
extern const struct vt_rule vt_update_remote_shell;
extern const struct vt_rule vt_update_remote_code;
extern const struct vt_rule vt_update_check_misread;
extern const struct vt_rule vt_update_check_skipped;
extern const struct vt_rule vt_update_insecure_transport;
extern const struct vt_rule vt_update_self_install;
extern const struct vt_rule vt_update_remote_load;
extern const struct vt_rule vt_update_downgrade;
extern const struct vt_rule vt_crypto_weak_algorithm;
extern const struct vt_rule vt_crypto_unseeded_random;
extern const struct vt_rule vt_crypto_verify_disabled;
extern const struct vt_rule vt_crypto_hardcoded_key;
extern const struct vt_rule vt_crypto_name_unchecked;
extern const struct vt_rule vt_crypto_verify_always_ok;
extern const struct vt_rule vt_crypto_untrusted_accepted;
extern const struct vt_rule vt_crypto_verify_misread;
extern const struct vt_rule vt_crypto_predictable_key;
extern const struct vt_rule vt_crypto_predictable_token;
extern const struct vt_rule vt_crypto_cleartext_login;
extern const struct vt_rule vt_crypto_constant_nonce;
extern const struct vt_rule vt_crypto_reused_nonce;
extern const struct vt_rule vt_crypto_short_key;
extern const struct vt_rule vt_crypto_low_cost_kdf;
extern const struct vt_rule vt_crypto_random_failure_ignored;
extern const struct vt_rule vt_crypto_reduced_keyspace;
extern const struct vt_rule vt_crypto_truncated_compare;
extern const struct vt_rule vt_crypto_key_leak;
extern const struct vt_rule vt_crypto_escrow;
extern const struct vt_rule vt_crypto_homemade_cipher;
extern const struct vt_rule vt_crypto_tampered_table;
extern const struct vt_rule vt_crypto_undeclared_algorithm;
extern const struct vt_rule vt_crypto_weak_parameters;
extern const struct vt_rule vt_crypto_weak_tls;
extern const struct vt_rule vt_crypto_missing_step;
extern const struct vt_rule vt_crypto_padding_oracle;
extern const struct vt_rule vt_crypto_unsalted;
extern const struct vt_rule vt_crypto_entropy_dropped;
extern const struct vt_rule vt_trapdoor_magic_input;
extern const struct vt_rule vt_trapdoor_hardcoded_credential;
extern const struct vt_rule vt_trapdoor_credential_field;
extern const struct vt_rule vt_trapdoor_data_target;
extern const struct vt_rule vt_trapdoor_login_bypass;
extern const struct vt_rule vt_trapdoor_planted_access;
extern const struct vt_rule vt_trigger_date;
extern const struct vt_rule vt_trigger_host;
extern const struct vt_rule vt_trigger_occasion;
extern const struct vt_rule vt_hidden_wiped_log;
extern const struct vt_rule vt_hidden_interposed;
extern const struct vt_rule vt_hidden_backdated;
extern const struct vt_rule vt_hidden_masquerade;
extern const struct vt_rule vt_hidden_patched_code;
extern const struct vt_rule vt_hidden_anti_analysis;
extern const struct vt_rule vt_hidden_concealed_command;
extern const struct vt_rule vt_hidden_injected_code;

const struct vt_rule *const vt_rules[] = {
    &vt_exfil_secret_to_network,
    &vt_exfil_file_to_network,
    &vt_exfil_identity_to_network,
    &vt_exfil_dns_tunnel,
    &vt_exfil_stash,
    &vt_exfil_capture,
    &vt_exfil_to_process,
    &vt_exfil_memory_of_others,
    &vt_exfil_raw_packet,
    &vt_exfil_echo,
    &vt_exfil_timing,
    &vt_update_unverified_code,
    &vt_update_undeclared_endpoint,
    &vt_update_remote_command,
    &vt_update_remote_shell,
    &vt_update_remote_code,
    &vt_update_check_misread,
    &vt_update_check_skipped,
    &vt_update_insecure_transport,
    &vt_update_self_install,
    &vt_update_remote_load,
    &vt_update_downgrade,
    &vt_crypto_weak_algorithm,
    &vt_crypto_unseeded_random,
    &vt_crypto_verify_disabled,
    &vt_crypto_hardcoded_key,
    &vt_crypto_name_unchecked,
    &vt_crypto_verify_always_ok,
    &vt_crypto_untrusted_accepted,
    &vt_crypto_verify_misread,
    &vt_crypto_predictable_key,
    &vt_crypto_predictable_token,
    &vt_crypto_cleartext_login,
    &vt_crypto_constant_nonce,
    &vt_crypto_reused_nonce,
    &vt_crypto_short_key,
    &vt_crypto_low_cost_kdf,
    &vt_crypto_random_failure_ignored,
    &vt_crypto_reduced_keyspace,
    &vt_crypto_truncated_compare,
    &vt_crypto_key_leak,
    &vt_crypto_escrow,
    &vt_crypto_homemade_cipher,
    &vt_crypto_tampered_table,
    &vt_crypto_undeclared_algorithm,
    &vt_crypto_weak_parameters,
    &vt_crypto_weak_tls,
    &vt_crypto_missing_step,
    &vt_crypto_padding_oracle,
    &vt_crypto_unsalted,
    &vt_crypto_entropy_dropped,
    &vt_trapdoor_magic_input,
    &vt_trapdoor_hardcoded_credential,
    &vt_trapdoor_credential_field,
    &vt_trapdoor_data_target,
    &vt_trapdoor_login_bypass,
    &vt_trapdoor_planted_access,
    &vt_trigger_date,
    &vt_trigger_host,
    &vt_trigger_occasion,
    &vt_hidden_wiped_log,
    &vt_hidden_interposed,
    &vt_hidden_backdated,
    &vt_hidden_masquerade,
    &vt_hidden_patched_code,
    &vt_hidden_anti_analysis,
    &vt_hidden_concealed_command,
    &vt_hidden_injected_code,
    NULL,
};
