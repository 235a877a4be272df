/* Titles from the CWE list, version 4.14, of what rules of this kind may refer to. */
#include "sarif/cwe.h"

#include <stdlib.h>
#include <string.h>

struct title {
    unsigned number;
    const char *title;
};

static const struct title titles[] = {
    {22, "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')"},
    {77, "Improper Neutralization of Special Elements used in a Command ('Command Injection')"},
    {78, "Improper Neutralization of Special Elements used in an OS Command ('OS Command "
         "Injection')"},
    {94, "Improper Control of Generation of Code ('Code Injection')"},
    {114, "Process Control"},
    {125, "Out-of-bounds Read"},
    {200, "Exposure of Sensitive Information to an Unauthorized Actor"},
    {201, "Insertion of Sensitive Information Into Sent Data"},
    {203, "Observable Discrepancy"},
    {208, "Observable Timing Discrepancy"},
    {214, "Invocation of Process Using Visible Sensitive Information"},
    {250, "Execution with Unnecessary Privileges"},
    {252, "Unchecked Return Value"},
    {253, "Incorrect Check of Function Return Value"},
    {256, "Plaintext Storage of a Password"},
    {259, "Use of Hard-coded Password"},
    {276, "Incorrect Default Permissions"},
    {284, "Improper Access Control"},
    {287, "Improper Authentication"},
    {288, "Authentication Bypass Using an Alternate Path or Channel"},
    {290, "Authentication Bypass by Spoofing"},
    {294, "Authentication Bypass by Capture-replay"},
    {295, "Improper Certificate Validation"},
    {297, "Improper Validation of Certificate with Host Mismatch"},
    {306, "Missing Authentication for Critical Function"},
    {311, "Missing Encryption of Sensitive Data"},
    {312, "Cleartext Storage of Sensitive Information"},
    {319, "Cleartext Transmission of Sensitive Information"},
    {321, "Use of Hard-coded Cryptographic Key"},
    {325, "Missing Cryptographic Step"},
    {326, "Inadequate Encryption Strength"},
    {327, "Use of a Broken or Risky Cryptographic Algorithm"},
    {328, "Use of Weak Hash"},
    {330, "Use of Insufficiently Random Values"},
    {331, "Insufficient Entropy"},
    {332, "Insufficient Entropy in PRNG"},
    {335, "Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)"},
    {337, "Predictable Seed in Pseudo-Random Number Generator (PRNG)"},
    {338, "Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)"},
    {345, "Insufficient Verification of Data Authenticity"},
    {346, "Origin Validation Error"},
    {347, "Improper Verification of Cryptographic Signature"},
    {353, "Missing Support for Integrity Check"},
    {354, "Improper Validation of Integrity Check Value"},
    {359, "Exposure of Private Personal Information to an Unauthorized Actor"},
    {385, "Covert Timing Channel"},
    {426, "Untrusted Search Path"},
    {427, "Uncontrolled Search Path Element"},
    {489, "Active Debug Code"},
    {494, "Download of Code Without Integrity Check"},
    {497, "Exposure of Sensitive System Information to an Unauthorized Control Sphere"},
    {506, "Embedded Malicious Code"},
    {507, "Trojan Horse"},
    {508, "Non-Replicating Malicious Code"},
    {510, "Trapdoor"},
    {511, "Logic/Time Bomb"},
    {512, "Spyware"},
    {514, "Covert Channel"},
    {515, "Covert Storage Channel"},
    {522, "Insufficiently Protected Credentials"},
    {523, "Unprotected Transport of Credentials"},
    {532, "Insertion of Sensitive Information into Log File"},
    {547, "Use of Hard-coded, Security-relevant Constants"},
    {656, "Reliance on Security Through Obscurity"},
    {693, "Protection Mechanism Failure"},
    {757, "Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')"},
    {759, "Use of a One-Way Hash without a Salt"},
    {760, "Use of a One-Way Hash with a Predictable Salt"},
    {780, "Use of RSA Algorithm without OAEP"},
    {798, "Use of Hard-coded Credentials"},
    {807, "Reliance on Untrusted Inputs in a Security Decision"},
    {829, "Inclusion of Functionality from Untrusted Control Sphere"},
    {912, "Hidden Functionality"},
    {916, "Use of Password Hash With Insufficient Computational Effort"},
    {1059, "Insufficient Technical Documentation"},
    {1204, "Generation of Weak Initialization Vector (IV)"},
    {1240, "Use of a Cryptographic Primitive with a Risky Implementation"},
    {1241, "Use of Predictable Algorithm in Random Number Generator"},
};

bool vt_cwe_next(const char **list, unsigned *number) {
    while (*list) {
        const char *at = strstr(*list, "CWE-");
        if (!at)
            break;
        char *end;
        unsigned long value = strtoul(at + 4, &end, 10);
        *list = strchr(end, ',');
        *number = (unsigned)value;
        if (value > 0 && value < 100000)
            return true;
    }
    return false;
}

const char *vt_cwe_title(unsigned number) {
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (titles[i].number == number)
            return titles[i].title;
    return NULL;
}
