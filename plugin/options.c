#include "plugin/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "declare/declare.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "models/models.h"
#include "plugin/probe.h"

struct parser {
    struct vt_arena *arena;
    struct vt_options *options;
    struct vt_error *error;
};

/* A spelling and what it stands for; lists of these end with a NULL spelling. */
struct choice {
    const char *spelling;
    int value;
};

static const struct choice switches[] = {{"on", 1}, {"off", 0}, {NULL, 0}};
static const struct choice levels[] = {
    {"none", VT_LEVEL_NONE}, {"error", VT_LEVEL_ERROR}, {"warning", VT_LEVEL_WARNING}, {NULL, 0}};

static bool choose(struct parser *p, const char *key, const char *value,
                   const struct choice *choices, int *chosen) {
    char spellings[64] = "";
    for (const struct choice *c = choices; c->spelling; c++) {
        if (strcmp(c->spelling, value) == 0) {
            *chosen = c->value;
            return true;
        }
        size_t used = strlen(spellings);
        snprintf(spellings + used, sizeof spellings - used, "%s%s", used ? ", " : "", c->spelling);
    }
    return vt_fail(p->error, "option '%s=%s': the value must be one of %s", key, value, spellings);
}

static bool parse_switch(struct parser *p, const char *key, const char *value, bool *setting) {
    int chosen = *setting;
    bool ok = choose(p, key, value, switches, &chosen);
    *setting = chosen;
    return ok;
}

static bool set_sarif(struct parser *p, const char *value) {
    p->options->sarif = vt_alloc_text(p->arena, value);
    return true;
}

static bool set_rules(struct parser *p, const char *value) {
    for (const char *word = value;; word++) {
        size_t length = strcspn(word, ",");
        if (length == 0)
            return vt_fail(p->error, "option 'rules=%s': empty rule name", value);
        if (!vt_rule_exists(word, length))
            return vt_fail(p->error, "option 'rules=%s': there is no rule or family '%.*s'", value,
                           (int)length, word);
        word += length;
        if (*word == '\0')
            break;
    }
    p->options->rules = vt_alloc_text(p->arena, value);
    return true;
}

static bool set_models(struct parser *p, const char *value) {
    struct vt_error inner = {0};
    const struct vt_models *models = vt_models_load(p->options->models, value, p->arena, &inner);
    if (!models)
        return vt_fail(p->error, "option 'models=%s': %s", value, inner.text);
    p->options->models = models;
    return true;
}

static bool set_declared(struct parser *p, const char *value) {
    struct vt_error inner = {0};
    p->options->declaration = vt_declaration_load(value, p->arena, &inner);
    return p->options->declaration ||
           vt_fail(p->error, "option 'declare=%s': %s", value, inner.text);
}

static bool set_fail(struct parser *p, const char *value) {
    int level = VT_LEVEL_NONE;
    bool ok = choose(p, "fail", value, levels, &level);
    p->options->fail = level;
    return ok;
}

static bool set_note(struct parser *p, const char *value) {
    return parse_switch(p, "note", value, &p->options->note);
}

static bool set_warn(struct parser *p, const char *value) {
    return parse_switch(p, "warn", value, &p->options->warn);
}

static bool set_budget(struct parser *p, const char *value) {
    size_t digits = strspn(value, "0123456789");
    unsigned long budget = digits ? strtoul(value, NULL, 10) : 0;
    if (value[digits] != '\0' || digits > 2 || budget < 1 || budget > 10)
        return vt_fail(p->error, "option 'budget=%s': the value must be 1 to 10", value);
    p->options->budget = (unsigned)budget;
    return true;
}

static bool set_probe(struct parser *p, const char *value) {
    return parse_switch(p, "probe", value, &p->options->probe);
}

static const struct {
    const char *key;
    bool (*set)(struct parser *p, const char *value);
} keys[] = {
    {"sarif", set_sarif},      {"rules", set_rules},   {"models", set_models},
    {"declare", set_declared}, {"fail", set_fail},     {"note", set_note},
    {"warn", set_warn},        {"budget", set_budget}, {"probe", set_probe},
};

static bool parse_argument(struct parser *p, const char *argument) {
    size_t length = strcspn(argument, "=");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strlen(keys[i].key) != length || strncmp(keys[i].key, argument, length) != 0)
            continue;
        if (argument[length] == '\0' || argument[length + 1] == '\0')
            return vt_fail(p->error, "option '%s' needs a value: %s=VALUE", keys[i].key,
                           keys[i].key);
        return keys[i].set(p, argument + length + 1);
    }
    return vt_fail(
        p->error,
        "unknown option '%s'; there are sarif=, rules=, models=, declare=, fail=, note=, "
        "warn=, budget= and probe=",
        argument);
}

bool vt_options_parse(const char *const *arguments, size_t count, struct vt_arena *arena,
                      struct vt_options *options, struct vt_error *error) {
    *options =
        (struct vt_options){.models = &vt_builtin_models, .note = true, .warn = true, .budget = 3};
    struct parser p = {arena, options, error};
    for (size_t i = 0; i < count; i++) {
        if (!parse_argument(&p, arguments[i]))
            return false;
    }
    if (options->probe)
        options->models = vt_probe_models(options->models, arena, error);
    return options->models != NULL;
}
