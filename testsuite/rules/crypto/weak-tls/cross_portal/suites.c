const char *portal_suites(int compatible);

const char *portal_suites(int compatible) {
    return compatible ? "HIGH:EXP-RC4-MD5" : "HIGH:!aNULL";
}
