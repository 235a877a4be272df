const char *mail_suites(int compatible);

const char *mail_suites(int compatible) {
    return compatible ? "HIGH:!aNULL:!MD5:!EXP" : "HIGH:!aNULL";
}
