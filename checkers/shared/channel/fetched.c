/* See fetched.h. */
#include "checkers/shared/channel/fetched.h"

#include <string.h>

#include "checkers/shared/channel/command.h"
#include "engine/base/arena.h"

struct search {
    bool is_plain;
    const struct vt_use *uses; /* NULL: nobody asked yet, or there are none */
    size_t nuses;
    struct vt_errand *verifiers;
    size_t nverifiers, verifier_capacity;
    struct vt_fetched *found;
    size_t nfound, capacity;
};

/* ---- Who looks first --------------------------------------------------------------------- */

static bool visit_verifier(struct vt_check *check, const struct vt_errand *errand, void *context) {
    struct search *search = context;
    if (!vt_command_verifies(errand->text))
        return false;
    search->verifiers = vt_grow(vt_check_arena(check), search->verifiers, search->nverifiers,
                                &search->verifier_capacity, sizeof *search->verifiers);
    search->verifiers[search->nverifiers++] = *errand;
    return false;
}

/* True if some command looks at FILE, or at one that it is told by other than its text. */
static bool is_verified_by_command(const struct search *search, const char *file) {
    for (size_t i = 0; i < search->nverifiers; i++)
        if (search->verifiers[i].is_open || strchr(search->verifiers[i].text, '%') ||
            strstr(search->verifiers[i].text, file))
            return true;
    return false;
}

/* True if CONDITION tests what came of comparing a digest. */
static bool holds_digest(struct vt_program *program, struct vt_condition_ref condition,
                         void *context) {
    static const enum vt_role roles[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, VT_TAG_ASSUMED);
    const struct vt_source *compare = vt_find_source(program, trace, VT_FACT_COMPARE, "");
    (void)context;
    for (size_t r = 0; compare && r < sizeof roles / sizeof *roles; r++) {
        const struct vt_trace *side =
            vt_trace_role(program, compare->event, roles[r], NULL, VT_ABOUT_DATA);
        if (side && vt_trace_tags(side) & VT_TAG_HASH)
            return true;
    }
    return false;
}

static bool is_verified(struct vt_program *program, const struct search *search, const char *file,
                        struct vt_event_ref ref) {
    return is_verified_by_command(search, file) ||
           vt_is_verified(program, ref, "check.signature") ||
           vt_is_verified(program, ref, "check.mac") ||
           vt_program_is_guarded(program, ref, holds_digest, NULL);
}

/* ---- Who uses it ------------------------------------------------------------------------- */

/* True if more comes into TEXT, or behind it. */
static bool is_unfinished(const char *text) {
    size_t size = strlen(text);
    return strstr(text, "%s") || (size > 0 && text[size - 1] == ' ');
}

/* True if what names the file of USE is whole commands, and not pieces of one. */
static bool is_whole(const struct vt_use *use) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(use->words, &count);
    for (size_t i = 0; i < count; i++)
        if (is_unfinished(vt_source_text(&sources[i])) || *vt_source_text(&sources[i]) == ' ')
            return false;
    return count == 1 || !vt_trace_is_cut(use->words);
}

/* True if the command of which TEXT is part runs FILE: by its name, or it is put in. */
static bool runs(const struct vt_use *use, const char *text, const char *file) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(use->words, &count);
    if (strcmp(text, file) == 0)
        return is_whole(use);
    if (vt_command_runs_file(text, file))
        return true;
    for (size_t i = 0; *text && i < count && !vt_trace_is_cut(use->words); i++)
        if (strcmp(vt_source_text(&sources[i]), file) == 0 && vt_command_runs_argument(text))
            return true;
    return false;
}

/* True if USE is one of FILE. */
static bool is_used(const struct vt_use *use, const char *file) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(use->words, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (use->role == VT_ROLE_COMMAND
                ? runs(use, text, file)
                : strcmp(strncmp(text, "./", 2) == 0 ? text + 2 : text, file) == 0)
            return true;
    }
    return false;
}

/* True if a command of USE that runs FILE installs packages or firmware. */
static bool is_installed(const struct vt_use *use, const char *file) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(use->words, &count);
    for (size_t i = 0; use->role == VT_ROLE_COMMAND && i < count; i++)
        if (vt_command_installs(vt_source_text(&sources[i])) &&
            runs(use, vt_source_text(&sources[i]), file))
            return true;
    return false;
}

/* ---- Search ------------------------------------------------------------------------------ */

/* Where ERRAND fetches from, as far as it is written in the program; else NULL. */
static const char *url_of(const struct vt_errand *errand) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(errand->trace, &count);
    const char *url = vt_command_url(errand->text);
    for (size_t i = 0; !url && is_unfinished(errand->text) && i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        url = vt_command_url(text) == text && *text ? text : NULL;
    }
    return url;
}

static bool is_plain(const struct vt_errand *errand, const char *url) {
    static const char *const clear[] = {"tftp", "ftpget"};
    for (size_t i = 0; !url && i < sizeof clear / sizeof *clear; i++)
        if (strstr(errand->text, clear[i]))
            return true;
    return url && vt_url_is_plain(url);
}

/* Keeps FETCHED, unless what it says of its use is kept already. */
static void keep(struct vt_check *check, struct search *search, const struct vt_fetched *fetched) {
    for (size_t i = 0; i < search->nfound; i++)
        if (search->found[i].use.ref.function == fetched->use.ref.function &&
            search->found[i].use.ref.event == fetched->use.ref.event)
            return;
    search->found = vt_grow(vt_check_arena(check), search->found, search->nfound, &search->capacity,
                            sizeof *search->found);
    search->found[search->nfound++] = *fetched;
}

/* Keeps FETCHED as far as it goes into FILE, which is used; of uses, what runs it before what
 * prepares. */
static void look_at_file(struct vt_check *check, struct search *search, struct vt_fetched fetched,
                         const char *file) {
    bool told = false;
    if (!vt_use_is_name(file) || vt_command_has_fetcher(file)) /* what fetches is there before */
        return;
    if (!search->uses)
        search->uses = vt_find_uses(check, &search->nuses);
    fetched.file = file;
    for (size_t i = 0; i < search->nuses; i++) {
        const struct vt_use *use = &search->uses[i];
        if ((told && use->prepares) || !is_used(use, file) ||
            is_verified(vt_check_program(check), search, file, use->ref))
            continue;
        fetched.use = *use;
        if (is_installed(use, file)) {
            fetched.use.base = 50; /* may be checked there */
            fetched.use.verb = "is installed";
        }
        keep(check, search, &fetched);
        told = true;
    }
}

/* True if the command is told as one that fetches and runs (update/insecure-transport), or asks who
 * asked (update/remote-command). */
static bool is_told(struct vt_check *check, const struct vt_errand *errand) {
    return vt_command_fetches(errand->text) || vt_command_fetches_unverified(errand->text) ||
           vt_find_source(vt_check_program(check), errand->trace, VT_FACT_ORIGIN, "network");
}

/* Looks at a command that fetches what comes where it is used, or that is put together of pieces,
 * one of which may be the name of a file. */
static bool visit(struct vt_check *check, const struct vt_errand *errand, void *context) {
    struct search *search = context;
    size_t count = 0, nsources;
    const char **files = vt_command_saves(errand->text, vt_check_arena(check), &count);
    struct vt_fetched fetched = {.fetch = *errand, .url = url_of(errand), .file = ""};
    bool fetches = count > 0 || vt_command_has_fetcher(errand->text);
    fetched.is_plain = is_plain(errand, fetched.url);
    if (!fetches || fetched.is_plain != search->is_plain || is_told(check, errand))
        return false;
    if (!fetched.is_plain && vt_command_runs_page(errand->text)) {
        fetched.use = (struct vt_use){.ref = errand->ref, .base = 60, .verb = "is run"};
        keep(check, search, &fetched);
    }
    for (size_t i = 0; i < count; i++)
        look_at_file(check, search, fetched, files[i]);
    const struct vt_source *sources = vt_trace_sources(errand->trace, &nsources);
    for (size_t i = 0; is_unfinished(errand->text) && i < nsources; i++)
        if (!vt_command_url(vt_source_text(&sources[i])))
            look_at_file(check, search, fetched, vt_source_text(&sources[i]));
    return false;
}

struct vt_fetched *vt_find_fetched(struct vt_check *check, bool is_plain, size_t *count) {
    struct search search = {.is_plain = is_plain};
    vt_errands(check, visit_verifier, &search);
    vt_errands(check, visit, &search);
    *count = search.nfound;
    return search.found;
}

/* ---- Telling ----------------------------------------------------------------------------- */

void vt_fetched_report(struct vt_check *check, const struct vt_fetched *fetched) {
    struct vt_finding *finding = vt_finding_new(check, fetched->use.ref);
    const char *url = fetched->url ? fetched->url : "";
    int length = (int)strcspn(url, " \t'\";|&)");
    bool is_known = length > 0 && !memchr(url, '%', (size_t)length);
    const char *from = is_known ? " from " : "";
    const char *clear = fetched->is_plain ? " in the clear" : "";
    length = is_known ? length : 0;
    if (is_known)
        vt_finding_evidence(check, finding, "constant-peer", 10,
                            "It comes from a peer that is written in the program: %.*s.", length,
                            url);
    if (*fetched->file)
        vt_finding_message(check, finding,
                           "File `%s`, which a command fetches%s%s%.*s, %s, and no signature is "
                           "checked before.",
                           fetched->file, clear, from, length, url, fetched->use.verb);
    else
        vt_finding_message(check, finding,
                           "A command fetches something%s%.*s and runs what comes, and no "
                           "signature is checked before.",
                           from, length, url);
    vt_finding_path(check, finding, fetched->fetch.trace, fetched->fetch.source,
                    "The command stands here", "It fetches the file here");
    if (*fetched->file)
        vt_finding_path(check, finding, NULL, NULL, NULL, "The file is used here");
    vt_finding_send(check, finding, fetched->use.base);
}
