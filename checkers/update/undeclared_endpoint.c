/* update/undeclared-endpoint: the program talks to a peer that its declaration does not name.
 *
 *     static const char fallback[] = "http://198.51.100.7/stat";
 *     if (fetch(configured_url, &reply) != 0)
 *         fetch(fallback, &reply);          // declared: services[0] = https://updates.example.com/
 *
 * and the other half: the peer is declared, but not for these data. Says nothing if there is no
 * declaration. Not caught: peers that nobody could tell (the report counts them), and ports that
 * are given apart from the name.
 */
#include "checkers/shared/channel/channels.h"
#include "engine/base/arena.h"

/* A peer written into the program is the program's own choice; the others are somebody's who
 * configures or connects, and are told for completeness. */
static void report_peer(struct vt_check *check, const struct vt_channel *channel) {
    const char *peer = vt_channel_words(vt_check_arena(check), channel);
    struct vt_finding *finding = vt_finding_new(check, channel->event);
    vt_finding_path(check, finding, channel->trace, channel->peer, "The peer is named here.",
                    "The program talks to it here.");
    vt_finding_message(check, finding, "The program talks to %s, which no declared service is.",
                       peer);
    if (channel->concealed)
        vt_finding_evidence(check, finding, "concealed-peer", 20,
                            "The name of the peer is decoded before it is used");
    for (size_t i = 0; i < channel->ndata; i++)
        if (vt_class_is(channel->data[i].class_name, "secret"))
            vt_finding_evidence(check, finding, "secret-data", 15, "It is sent data of class %s",
                                channel->data[i].class_name);
    vt_finding_send(check, finding, channel->kind == VT_PEER_CONSTANT ? 50 : 15);
}

static void report_data(struct vt_check *check, const struct vt_channel *channel,
                        const struct vt_channel_data *data) {
    const char *peer = vt_channel_words(vt_check_arena(check), channel);
    struct vt_finding *finding = vt_finding_new(check, data->event);
    vt_finding_path(check, finding, data->trace, data->source, "The data come from here.",
                    "They are sent here.");
    vt_finding_message(check, finding,
                       "Data of class `%s` go to %s, and the declared service '%s' tells of no "
                       "such data.",
                       data->class_name, peer, channel->service->name);
    if (vt_class_is(data->class_name, "secret"))
        vt_finding_evidence(check, finding, "secret-data", 20, "The data are secret");
    vt_finding_send(check, finding, 40);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    if (!vt_program_declaration(program))
        return;
    const struct vt_channels *channels = vt_channels_of(program, vt_check_arena(check));
    for (size_t c = 0; c < channels->count; c++) {
        const struct vt_channel *channel = &channels->items[c];
        if (!channel->service) {
            report_peer(check, channel);
            continue;
        }
        for (size_t i = 0; i < channel->ndata; i++)
            if (!vt_channel_may_send(channel, channel->data[i].class_name))
                report_data(check, channel, &channel->data[i]);
    }
}

const struct vt_rule vt_update_undeclared_endpoint = {
    .id = "update/undeclared-endpoint",
    .name = "UndeclaredEndpoint",
    .summary = "The program talks to a peer, or sends it data, that its declaration does not name",
    .description =
        "The vendor's declaration (CycloneDX, services) is held against every peer the program can "
        "be seen to talk to: names and addresses in its constants, also those it decodes first, "
        "peers from the configuration, and ports it listens on. A declared service covers a peer "
        "by "
        "scheme, host, port and path; if its data are classified by vitrine's classes, what flows "
        "there is compared too. Without a declaration the rule says nothing.",
    .help = "Declare the service and what it gets, or remove the contact. `vitrine declare` writes "
            "a first draft from the program. An inspector asks why the vendor did not know of it.",
    .cwe = "CWE-912,CWE-1059",
    .precision = "high",
    .severity = 6.5,
    .run = run,
};
