/* Texts that a shell gets. See command.h. */
#include "checkers/shared/channel/command.h"

#include <ctype.h>
#include <fnmatch.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "engine/base/arena.h"
#include "engine/program/program.h"

/* Names of programs; they are the vocabulary of shell scripts, not of a library. */
static const char *const interpreters[] = {"sh",   "bash",    "dash",    "ash",     "ksh",
                                           "zsh",  "busybox", "python*", "perl",    "lua",
                                           "node", "env",     "cmd",     "cmd.exe", "powershell*"};
static const char *const runners[] = {
    ".",   "source", "exec", "eval", "nohup", "sudo",    "setsid",     "insmod",   "dpkg",
    "rpm", "opkg",   "ipkg", "apk",  "mtd",   "flashcp", "sysupgrade", "fw_update"};
static const char *const fetchers[] = {"wget", "curl", "tftp", "ftpget", "ftp", "aria2c", "fetch"};
static const char *const senders[] = {"curl",     "wget",  "nc",    "ncat",  "netcat", "socat",
                                      "telnet",   "mail",  "mailx", "mutt",  "ftp",    "tftp",
                                      "sendmail", "msmtp", "ssmtp", "exim*", "ssh",    "openssl"};
static const char *const shells[] = {"sh",  "bash", "dash",    "ash", "ksh",
                                     "zsh", "csh",  "cmd.exe", "cmd", "powershell*"};

/* Schemes of URLs that conceal nothing on the way. */
static const char *const plain[] = {"http://", "ftp://", "tftp://"};

struct word {
    const char *start;
    size_t size;
};

static bool is_one_of(struct word word, const char *const *names, size_t count) {
    char text[32];
    const char *slash = NULL;
    for (size_t i = 0; i < word.size; i++)
        if (word.start[i] == '/' || word.start[i] == '\\')
            slash = word.start + i;
    if (slash)
        word = (struct word){slash + 1, word.size - (size_t)(slash + 1 - word.start)};
    if (word.size == 0 || word.size >= sizeof text)
        return false;
    memcpy(text, word.start, word.size);
    text[word.size] = 0;
    for (size_t i = 0; i < count; i++)
        if (fnmatch(names[i], text, 0) == 0)
            return true;
    return false;
}

#define IS_ONE_OF(word, names) is_one_of(word, names, sizeof(names) / sizeof *(names))

bool vt_command_interprets(const char *path) {
    return IS_ONE_OF(((struct word){path, strlen(path)}), interpreters);
}

bool vt_command_announces_code(const char *text) {
    static const char *const longer[] = {"/c", "/k", "-command", "-encodedcommand"};
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
        if (strcasecmp(text, longer[i]) == 0)
            return true;
    return *text == '-' && strlen(text) <= 4 && strpbrk(text, "ce");
}

bool vt_command_leaves_code_open(const char *text) {
    return vt_command_interprets(text) || (*text == '-' && !strpbrk(text, "cem"));
}

bool vt_command_reads_code(const char *text) {
    bool interprets = false;
    for (const char *at = text + strspn(text, " "); *at; at += strspn(at, " ")) {
        struct word word = {at, strcspn(at, " ")};
        char copy[32];
        if (word.size >= sizeof copy)
            return false;
        memcpy(copy, at, word.size);
        copy[word.size] = 0;
        interprets |= IS_ONE_OF(word, interpreters);
        if (!vt_command_leaves_code_open(copy))
            return false;
        at += word.size;
    }
    return interprets;
}

/* The word that ends before AT, or none at the start of a command. */
static struct word word_before(const char *text, const char *at) {
    while (at > text && strchr(" \t'\"", at[-1]))
        at--;
    const char *start = at;
    while (start > text && !strchr(" \t'\";&|(`{\n", start[-1]))
        start--;
    return (struct word){start, (size_t)(at - start)};
}

/* Modes of chmod by which a file may be run. */
static bool makes_executable(struct word word) {
    bool digits = word.size > 0;
    for (size_t i = 0; i < word.size; i++)
        digits = digits && isdigit((unsigned char)word.start[i]);
    if (!digits)
        return word.size > 1 && memchr(word.start, '+', word.size) &&
               memchr(word.start, 'x', word.size);
    return strchr("157", word.start[word.size - 1]) || strchr("157", word.start[word.size > 2]);
}

bool vt_command_runs(const char *text, const char *at) {
    bool executable = false;
    for (;;) {
        struct word word = word_before(text, at);
        if (word.size == 0) /* a piece that begins with a space is not the beginning */
            return word.start > text || *text != ' ';
        if (IS_ONE_OF(word, interpreters) || IS_ONE_OF(word, runners))
            return true;
        static const char *const chmod[] = {"chmod"};
        if (IS_ONE_OF(word, chmod))
            return executable;
        executable |= makes_executable(word);
        static const char *const steps[] = {"write", "install", "upgrade", "add"};
        bool option = *word.start == '-' || *word.start == '+' || makes_executable(word) ||
                      memchr(word.start, '=', word.size) || IS_ONE_OF(word, steps);
        if (!option)
            return false;
        at = word.start;
    }
}

bool vt_command_runs_argument(const char *text) {
    const char *place = strstr(text, "%s");
    if (!place)
        return vt_command_runs(text, text + strlen(text));
    for (; place; place = strstr(place + 1, "%s"))
        if (vt_command_runs(text, place))
            return true;
    return false;
}

bool vt_command_runs_file(const char *text, const char *file) {
    static const char ends[] = " \t'\";&|\n><()`=";
    size_t size = strlen(file);
    for (const char *at = strstr(text, file); at; at = strstr(at + 1, file)) {
        const char *start = at;
        while (start > text && !strchr(ends, start[-1]))
            start--;
        bool fits = start == at || (at - start == 2 && strncmp(start, "./", 2) == 0);
        if (fits && strchr(ends, at[size]) && vt_command_runs(text, start))
            return true;
    }
    return false;
}

static const char *copy_of(struct word word, struct vt_arena *arena) {
    char *text = vt_alloc_copy(arena, word.start, word.size + 1);
    text[word.size] = 0;
    return text;
}

/* ---- Fetching ---------------------------------------------------------------------------- */

static bool has_word_of(const char *text, const char *const *names, size_t count) {
    for (const char *at = text; *at; at += strcspn(at, " \t\n;&|(`'\"")) {
        at += strspn(at, " \t\n;&|(`'\"");
        struct word word = {at, strcspn(at, " \t\n;&|(`'\"")};
        if (is_one_of(word, names, count))
            return true;
    }
    return false;
}

/* True if TEXT has one of the COUNT texts of WANTED, in small or capital letters. */
static bool has_any(const char *text, const char *const *wanted, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcasestr(text, wanted[i]))
            return true;
    return false;
}

#define HAS_ANY(text, wanted) has_any(text, wanted, sizeof(wanted) / sizeof *(wanted))

bool vt_command_has_fetcher(const char *text) {
    return has_word_of(text, fetchers, sizeof fetchers / sizeof *fetchers);
}

bool vt_command_sends(const char *text) {
    return has_word_of(text, senders, sizeof senders / sizeof *senders);
}

bool vt_command_installs(const char *text) {
    static const char *const installers[] = {"dpkg", "rpm",     "opkg",       "ipkg",     "apk",
                                             "mtd",  "flashcp", "sysupgrade", "fw_update"};
    return has_word_of(text, installers, sizeof installers / sizeof *installers);
}

bool vt_command_has_runner(const char *at) {
    for (at = strpbrk(at, ";&|"); at && *at; at = strpbrk(at, ";&|")) {
        at += strspn(at, ";&| \t");
        struct word word = {at, strcspn(at, " \t\n;&|'\"")};
        static const char *const chmod[] = {"chmod"};
        bool path = word.size > 1 && (*word.start == '/' || *word.start == '.');
        if (path || IS_ONE_OF(word, interpreters) || IS_ONE_OF(word, runners) ||
            IS_ONE_OF(word, chmod))
            return true;
    }
    return false;
}

/* True if what the command that names URL prints is run: by what a pipe leads to, or because it is
 * put into the text of another ("sh -c \"$(curl ...)\""). */
static bool runs_output(const char *text, const char *url) {
    static const char *const insertions[] = {"$(", "`", "<("};
    for (const char *pipe = strchr(url, '|'); pipe; pipe = strchr(pipe + 1, '|')) {
        const char *at = pipe + 1 + strspn(pipe + 1, " \t");
        struct word word = {at, strcspn(at, " \t\n;&|'\"")};
        static const char *const sudo[] = {"sudo"};
        if (IS_ONE_OF(word, sudo)) {
            at += word.size + strspn(at + word.size, " \t");
            word = (struct word){at, strcspn(at, " \t\n;&|'\"")};
        }
        if (IS_ONE_OF(word, interpreters))
            return true;
    }
    for (size_t i = 0; i < sizeof insertions / sizeof *insertions; i++) {
        const char *at = strstr(text, insertions[i]);
        if (at && at < url && vt_command_runs(text, at))
            return true;
    }
    return false;
}

/* True if TEXT is a command of a program that runs what it fetches. */
static bool runs_what_comes(const char *text) {
    static const char *const programs[] = {"mshta*", "regsvr32*",    "msiexec*", "pip",
                                           "pip3",   "easy_install", "npm",      "gem"};
    static const char *const shell[] = {"powershell*", "pwsh*"};
    static const char *const steps[] = {"iex", "Invoke-Expression", "Start-Process"};
    return has_word_of(text, programs, sizeof programs / sizeof *programs) ||
           (has_word_of(text, shell, 2) && HAS_ANY(text, steps));
}

const char *vt_command_fetches(const char *text) {
    bool fetches = vt_command_has_fetcher(text), runs = runs_what_comes(text);
    for (size_t i = 0; (fetches || runs) && i < sizeof plain / sizeof *plain; i++) {
        const char *url = strstr(text, plain[i]);
        if (url && (runs || vt_command_has_runner(url) || runs_output(text, url)))
            return url;
    }
    return NULL;
}

bool vt_url_is_plain(const char *text) {
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strncasecmp(text, plain[i], strlen(plain[i])) == 0)
            return true;
    return false;
}

const char *vt_command_url(const char *text) {
    const char *first = strstr(text, "https://");
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        const char *url = strstr(text, plain[i]);
        if (url && (!first || url < first))
            first = url;
    }
    return first;
}

bool vt_command_runs_page(const char *text) {
    const char *url = vt_command_has_fetcher(text) ? vt_command_url(text) : NULL;
    return url && runs_output(text, url);
}

/* What is known of a command that fetches. */
struct fetch {
    bool is_curl;       /* which saves under the name in the URL only if it is told to; others do so
                           unless they are told another */
    bool names;         /* an option does either ("-O") */
    struct word folder; /* where it is, or saves; empty: not known */
};

/* The name that WORD, of such a command, gives what it saves: a path, or the last part of an URL.
 * Empty if it gives none. */
static struct word saved_as(const struct fetch *fetch, struct word word) {
    struct word none = {word.start, 0}, name = word;
    const char *equals = memchr(word.start, '=', word.size);
    bool is_url = memmem(word.start, word.size, "://", 3) || strncmp(word.start, "%s/", 3) == 0;
    bool is_name = is_url;
    if ((*word.start == '-' && (!equals || is_url)) || (is_url && fetch->is_curl != fetch->names))
        return none;
    if (equals && !is_url)
        name = (struct word){equals + 1, word.size - (size_t)(equals + 1 - word.start)};
    for (size_t i = 0; is_url && i < word.size; i++)
        if (word.start[i] == '/')
            name = (struct word){word.start + i + 1, word.size - i - 1};
    for (size_t i = 0; i < name.size; i++) {
        if (strchr("%?$*", name.start[i]))
            return none;
        is_name |= strchr("/\\.", name.start[i]) != NULL;
    }
    return is_name && name.size > 2 ? name : none;
}

/* Notes what option WORD, or one before it, says of FETCH. */
static void learn_option(struct fetch *fetch, struct word before, struct word word) {
    static const char *const folders[] = {"cd", "-P", "--directory-prefix", "--output-dir", "-d"};
    static const char *const names[] = {"-O*",
                                        "-[a-zA-Z]O*",
                                        "-[a-zA-Z][a-zA-Z]O*",
                                        "--output-d*",
                                        "-[a-zA-Z][a-zA-Z][a-zA-Z]O*",
                                        "--remote-name*"};
    fetch->names |= IS_ONE_OF(word, names);
    if (IS_ONE_OF(before, folders) && word.size && *word.start == '/')
        fetch->folder = word;
}

const char **vt_command_saves(const char *text, struct vt_arena *arena, size_t *count) {
    static const char *const savers[] = {"certutil*",         "bitsadmin*", "*DownloadFile",
                                         "Invoke-WebRequest", "iwr",        "Start-BitsTransfer"};
    static const char *const curl[] = {"curl*"};
    static const char *const uploads[] = {"-T", "--upload-file", "--post-file"};
    static const char ends[] = " \t'\";&|\n><(),";
    const char **files = NULL;
    size_t capacity = 0;
    bool fetches = false;
    struct fetch fetch = {.is_curl = false};
    struct word before = {text, 0};
    *count = 0;
    for (const char *at = text; *at;) {
        size_t gap = strspn(at, ends);
        for (size_t i = 0; i < gap; i++)
            fetches &= !strchr(";&|\n", at[i]);
        struct word word = {at + gap, strcspn(at + gap, ends)};
        at = word.start + word.size;
        learn_option(&fetch, before, word);
        before = word;
        if (IS_ONE_OF(word, fetchers) || IS_ONE_OF(word, savers)) {
            fetches = true;
            fetch.is_curl = IS_ONE_OF(word, curl);
            continue;
        }
        fetches &= !IS_ONE_OF(word, uploads);
        struct word name = word.size && fetches ? saved_as(&fetch, word) : (struct word){at, 0};
        if (!name.size)
            continue;
        files = vt_grow(arena, files, *count + 1, &capacity, sizeof *files);
        files[(*count)++] = copy_of(name, arena);
        if (fetch.folder.size && !memchr(name.start, '/', name.size))
            files[(*count)++] = vt_alloc_format(arena, "%.*s/%.*s", (int)fetch.folder.size,
                                                fetch.folder.start, (int)name.size, name.start);
    }
    return files;
}

bool vt_command_verifies(const char *text) {
    static const char *const programs[] = {"gpg",        "gpg2",    "gpgv",     "gpgv2",  "sq",
                                           "sqv",        "signify", "minisign", "usign",  "cosign",
                                           "ssh-keygen", "sha*sum", "b2sum",    "fwtool", "openssl",
                                           "sigcheck*",  "rsasign"};
    return has_word_of(text, programs, sizeof programs / sizeof *programs);
}

const char *vt_command_fetches_unverified(const char *text) {
    static const char *const options[] = {" -k ",  " --insecure ", " --no-check-certificate ",
                                          " -sk ", " -ks ",        " -fsSLk ",
                                          " -kL ", " -Lk "};
    const char *url = vt_command_has_fetcher(text) ? strstr(text, "https://") : NULL;
    for (size_t i = 0; url && i < sizeof options / sizeof *options; i++)
        if (strstr(text, options[i]) && vt_command_has_runner(url))
            return url;
    return NULL;
}

/* ---- Removing ---------------------------------------------------------------------------- */

static const char *const removers[] = {"rm",  "shred", "truncate", "unlink", "wipe",   "srm",
                                       "del", "erase", "rd",       "rmdir",  "deltree"};

/* From the root on; with a drive where a slash begins an option. */
static bool is_whole_path(struct word word) {
    bool has_drive = word.size > 2 && word.start[1] == ':';
    bool is_option = word.size == 2 && *word.start == '/';
    return has_drive ? strchr("\\/", word.start[2]) != NULL
                     : word.size > 0 && *word.start == '/' && !is_option;
}

const char **vt_command_removes(const char *text, struct vt_arena *arena, size_t *count) {
    const char **paths = NULL;
    size_t capacity = 0;
    bool first = true, removes = false;
    *count = 0;
    for (const char *at = text; *at;) {
        size_t space = strspn(at, " \t'\"");
        size_t mark = strspn(at + space, ";&|\n>");
        struct word word = {at + space + mark, strcspn(at + space + mark, " \t'\";&|\n>")};
        bool empties = mark == 1 && at[space] == '>'; /* but not ">>" */
        if (mark > 0 && !empties)
            first = true;
        at = word.start + word.size;
        if (word.size == 0 && !empties)
            continue;
        if (word.size == 0) { /* "> path" */
            at += strspn(at, " \t'\"");
            word = (struct word){at, strcspn(at, " \t'\";&|\n>")};
            at += word.size;
        }
        if (first)
            removes = IS_ONE_OF(word, removers);
        if ((removes || empties) && is_whole_path(word) && !(first && removes)) {
            paths = vt_grow(arena, paths, *count, &capacity, sizeof *paths);
            paths[(*count)++] = copy_of(word, arena);
        }
        first = false;
    }
    return paths;
}

const char **vt_command_prints(const char *text, struct vt_arena *arena, size_t *count) {
    static const char *const printers[] = {"cat",  "tac",  "head",   "tail",    "tar", "gzip",
                                           "zcat", "sed",  "base64", "strings", "xxd", "dd",
                                           "grep", "sort", "cut",    "awk",     "od"};
    static const char ends[] = " \t'\";&|\n><=";
    const char **paths = NULL;
    size_t capacity = 0;
    bool first = true, prints = false;
    *count = 0;
    for (const char *at = text; *at;) {
        size_t gap = strspn(at, ends);
        for (size_t i = 0; i < gap; i++)
            first |= strchr(";&|\n", at[i]) != NULL;
        struct word word = {at + gap, strcspn(at + gap, ends)};
        at = word.start + word.size;
        if (first)
            prints = IS_ONE_OF(word, printers);
        else if (prints && word.size && *word.start != '-') {
            paths = vt_grow(arena, paths, *count, &capacity, sizeof *paths);
            paths[(*count)++] = copy_of(word, arena);
        }
        first = false;
    }
    return paths;
}

bool vt_command_tells(const struct vt_models *models, const char *text, const char *class_name) {
    static const char ends[] = ";&|\n()`";
    for (const char *at = text + strspn(text, " \t;&|\n()`"); *at;
         at += strspn(at, " \t;&|\n()`")) {
        char command[256];
        size_t size = strcspn(at, ends), first = strcspn(at, " \t;&|\n()`");
        if (memchr(at, '=', first)) { /* a variable is set first */
            at += first;
            continue;
        }
        const char *start = at;
        for (const char *slash = at; slash < at + first; slash++)
            start = *slash == '/' || *slash == '\\' ? slash + 1 : start;
        snprintf(command, sizeof command, "%.*s", (int)(at + size - start), start);
        const struct vt_pattern *pattern = vt_models_classify(models, "program", command);
        if (pattern && vt_class_is(pattern->class_name, class_name))
            return true;
        at += size;
    }
    return false;
}

/* True if WORD, behind word BEFORE of a command of program PROGRAM, names a file that it sends; the
 * name becomes WORD. */
static bool names_sent(struct word program, struct word before, struct word *word) {
    static const char *const copiers[] = {"scp", "rsync", "sftp", "rclone"};
    static const char *const uploads[] = {"-T", "--upload-file", "--post-file", "--data-binary"};
    static const char *const keyed[] = {"-i", "-e", "-o", "-F", "-S", "--config", "--rsh"};
    const char *at = memchr(word->start, '@', word->size);
    const char *equals = memchr(word->start, '=', word->size);
    if (IS_ONE_OF(program, copiers))
        return *word->start != '-' && !IS_ONE_OF(before, keyed);
    if (!IS_ONE_OF(program, senders))
        return false;
    if (equals && IS_ONE_OF(((struct word){word->start, (size_t)(equals - word->start)}), uploads))
        at = equals;
    else if (IS_ONE_OF(before, uploads) && at != word->start)
        return true;
    else if (!at || (at > word->start && at[-1] != '='))
        return false;
    *word = (struct word){at + 1, word->size - (size_t)(at + 1 - word->start)};
    return word->size > 0;
}

const char **vt_command_sent(const char *text, struct vt_arena *arena, size_t *count) {
    static const char ends[] = " \t'\";&|\n><()";
    const char **paths = NULL;
    size_t capacity = 0;
    struct word program = {"", 0}, before = {"", 0};
    bool first = true, given = false;
    *count = 0;
    for (const char *at = text; *at;) {
        size_t gap = strspn(at, ends);
        for (size_t i = 0; i < gap; i++)
            first |= strchr(";&|\n()", at[i]) != NULL;
        given = gap && memchr(at, '<', gap);
        struct word word = {at + gap, strcspn(at + gap, ends)}, name = word;
        at = word.start + word.size;
        program = first ? word : program;
        bool is_sent = given ? IS_ONE_OF(program, senders)
                             : !first && word.size && names_sent(program, before, &name);
        if (is_sent) {
            paths = vt_grow(arena, paths, *count, &capacity, sizeof *paths);
            paths[(*count)++] = copy_of(name, arena);
        }
        before = word;
        first = false;
    }
    return paths;
}

/* ---- Putting somewhere ------------------------------------------------------------------- */

const char **vt_command_writes(const char *text, struct vt_arena *arena, size_t *count) {
    static const char *const writers[] = {"tee"};
    static const char ends[] = " \t'\";&|\n><()";
    const char **paths = NULL;
    size_t capacity = 0;
    bool writes = false;
    *count = 0;
    for (const char *at = text; *at;) {
        size_t gap = strspn(at, ends);
        for (size_t i = 0; i < gap; i++)
            writes = at[i] == '>' || (writes && !strchr(";&|\n", at[i]));
        struct word word = {at + gap, strcspn(at + gap, ends)};
        at = word.start + word.size;
        bool is_option = *word.start == '-';
        if (writes && word.size && !is_option) {
            paths = vt_grow(arena, paths, *count, &capacity, sizeof *paths);
            paths[(*count)++] = copy_of(word, arena);
        }
        writes = IS_ONE_OF(word, writers) || (writes && is_option);
    }
    return paths;
}

struct planter {
    const char *program, *does,
        *what; /* patterns of words that the command has, in small letters */
    const char *class_name;
};

static const struct planter planters[] = {
    {"crontab", "-", "*", "system.program.start"},
    {"crontab", "/*", "*", "system.program.start"},
    {"systemctl", "enable", "*", "system.program.start"},
    {"update-rc.d", "defaults", "*", "system.program.start"},
    {"chkconfig", "--add", "*", "system.program.start"},
    {"schtasks", "/create", "*", "system.program.start"},
    {"sc", "create", "*", "system.program.start"},
    {"reg", "add", "*\\currentversion\\run*", "system.program.start"},
    {"at", "now", "*", "system.program.start"},
    {"at", "-f", "*", "system.program.start"},
    {"at", "[0-9]*:[0-9]*", "*", "system.program.start"},
    {"systemd-run", "--on-*", "*", "system.program.start"},
    {"net", "user", "/add", "system.account.entry"},
    {"net", "localgroup", "/add", "system.account.entry"},
    {"useradd", "-p", "*", "system.account.entry"},
    {"useradd", "-*o*", "0", "system.account.entry"},
    {"usermod", "-*o*", "0", "system.account.entry"},
    {"usermod", "-*g*", "*sudo*", "system.account.entry"},
    {"usermod", "-*g*", "*wheel*", "system.account.entry"},
    {"gpasswd", "-a", "sudo", "system.account.entry"},
    {"gpasswd", "-a", "wheel", "system.account.entry"},
    {"adduser", "*", "sudo", "system.account.entry"},
    {"adduser", "*", "wheel", "system.account.entry"},
    {"passwd", "-d", "root", "system.account.entry"},
    {"echo", "*:*", "chpasswd", "system.account.entry"},
    {"printf", "*:*", "chpasswd", "system.account.entry"},
    {"chmod", "*+s", "*sh", "system.account.entry"},
    {"chmod", "[4-7]???", "*sh", "system.account.entry"},
    {"chmod", "*+s", "/tmp/*", "system.account.entry"},
    {"chmod", "[4-7]???", "/tmp/*", "system.account.entry"},
    {"chmod", "*+s", "/var/tmp/*", "system.account.entry"},
    {"chmod", "[4-7]???", "/var/tmp/*", "system.account.entry"},
};

/* True if some word of the command from AT on fits PATTERN. */
static bool has_operand(const char *at, const char *pattern) {
    for (; *at; at += strcspn(at, " \t'\";&|()")) {
        char copy[128];
        at += strspn(at, " \t'\";&|()");
        size_t size = strcspn(at, " \t'\";&|()");
        if (size == 0 || size >= sizeof copy)
            continue;
        for (size_t i = 0; i < size; i++)
            copy[i] = (char)tolower((unsigned char)at[i]);
        copy[size] = 0;
        if (fnmatch(pattern, copy, FNM_NOESCAPE) == 0)
            return true;
    }
    return false;
}

static bool is_planter(const struct planter *planter, const char *text) {
    char program[32];
    const char *const names[] = {planter->program, program};
    snprintf(program, sizeof program, "%s.exe", planter->program);
    for (const char *at = text; *at; at += strcspn(at, " \t;&|('\"")) {
        at += strspn(at, " \t;&|('\"");
        struct word word = {at, strcspn(at, " \t;&|('\"")};
        if (is_one_of(word, names, 2) && has_operand(at + word.size, planter->does) &&
            has_operand(at + word.size, planter->what))
            return true;
    }
    return false;
}

const char *vt_command_plants(const char *text) {
    for (size_t i = 0; i < sizeof planters / sizeof *planters; i++)
        if (is_planter(&planters[i], text))
            return planters[i].class_name;
    return NULL;
}

bool vt_command_overwrites(const char *text) {
    static const char *const programs[] = {"dd",     "mkfs*", "blkdiscard", "flash_erase*",
                                           "wipefs", "shred", "mke2fs",     "sfdisk"};
    static const char *const formatters[] = {"format", "format.com"};
    struct word first = {text, strcspn(text, " \t;&|")};
    bool has_drive = strstr(text, ": ") || (*text && text[strlen(text) - 1] == ':');
    return (has_word_of(text, programs, sizeof programs / sizeof *programs) &&
            strstr(text, "/dev/")) ||
           (has_drive && IS_ONE_OF(first, formatters));
}

bool vt_command_stops(const char *text) {
    static const char *const programs[] = {"reboot", "halt", "poweroff", "shutdown"};
    return IS_ONE_OF(((struct word){text, strcspn(text, " \t;&|")}), programs);
}

/* The word of SQL that TEXT goes on with, and *TEXT behind it. */
static struct word next_word(const char **text) {
    *text += strspn(*text, " \t\n;");
    struct word word = {*text, strcspn(*text, " \t\n;(")};
    *text += word.size;
    return word;
}

static bool is_said(struct word word, const char *text) {
    return word.size == strlen(text) && strncasecmp(word.start, text, word.size) == 0;
}

bool vt_command_drops(const char *text) {
    struct word verb = next_word(&text), what = next_word(&text), name = next_word(&text);
    bool is_whole = is_said(what, "table") || is_said(what, "database") || is_said(what, "schema");
    if (is_said(verb, "delete"))
        return is_said(what, "from") && name.size && !next_word(&text).size;
    /* What may not be there is made anew. */
    return (is_said(verb, "drop") || is_said(verb, "truncate")) && is_whole && name.size &&
           !is_said(name, "if");
}

/* ---- Opening ----------------------------------------------------------------------------- */

/* True if all that follows AT are options of the program before it. */
static bool has_no_operand(const char *at) {
    while (*at) {
        at += strspn(at, " \t\n");
        if (*at && *at != '-' && *at != ';' && *at != '&' && *at != '>')
            return false;
        at += strcspn(at, " \t\n");
    }
    return true;
}

bool vt_command_opens(const char *text) {
    static const char *const services[] = {
        "telnetd", "utelnetd", "sshd",  "dropbear", "in.telnetd", "rshd",   "nc",
        "ncat",    "netcat",   "socat", "getty",    "login",      "in.rshd"};
    bool is_connected = strstr(text, "/dev/tcp/") || strstr(text, "/dev/udp/");
    for (const char *at = text; *at; at += strcspn(at, ";&|")) {
        at += strspn(at, ";&| \t");
        struct word word = {at, strcspn(at, " \t\n;&|")};
        if (IS_ONE_OF(word, services) || (is_connected && IS_ONE_OF(word, shells)) ||
            (IS_ONE_OF(word, shells) && has_no_operand(word.start + word.size)))
            return true;
    }
    return false;
}

/* True if the command from AT on has only options, and streams that lead elsewhere ("2>&1"). */
static bool is_idle(const char *at) {
    for (at += strspn(at, " \t"); *at && !strchr(";|\n&)", *at); at += strspn(at, " \t")) {
        const char *stream = at + strspn(at, "0123456789");
        if (*at != '-' && !strchr("<>", *stream))
            return false;
        at += strcspn(at, " \t;|\n)");
    }
    return true;
}

/* True if some command of TEXT is a shell that is given nothing to do. */
static bool has_idle_shell(const char *text) {
    for (const char *at = text; *at; at += strcspn(at, ";&|")) {
        at += strspn(at, ";&| \t");
        struct word word = {at, strcspn(at, " \t\n;&|")};
        if (IS_ONE_OF(word, shells) && is_idle(word.start + word.size))
            return true;
    }
    return false;
}

bool vt_command_connects_shell(const char *text) {
    static const char *const relays[] = {"nc", "ncat", "netcat", "telnet", "openssl", "busybox"};
    static const char *const devices[] = {"/dev/tcp/", "/dev/udp/"};
    static const char *const streams[] = {"<&", "<>", " 0<", "-i "};
    static const char *const runs[] = {"exec:", "system:"};
    static const char *const ends[] = {"tcp", "ssl", "udp", "sctp"};
    static const char *const options[] = {" -e ", " -c ", " --exec ", " --sh-exec ", " -e/"};
    static const char *const sockets[] = {"import socket", "use Socket", "TCPClient",
                                          "require 'socket'"};
    static const char *const moves[] = {"dup2", "subprocess",        ">&",
                                        "iex",  "Invoke-Expression", "pty.spawn"};
    static const char *const socat[] = {"socat"};
    if (HAS_ANY(text, devices) && HAS_ANY(text, streams))
        return true;
    if (has_word_of(text, socat, 1))
        return HAS_ANY(text, runs) && HAS_ANY(text, ends);
    if (has_word_of(text, relays, sizeof relays / sizeof *relays))
        return strstr(text, "|") ? has_idle_shell(text)
                                 : HAS_ANY(text, options) && !strstr(text, "openssl");
    return HAS_ANY(text, sockets) && HAS_ANY(text, moves);
}
