/* Words of a language of settings, names of header fields, addresses that a standard gives: two of
 * them in a row are no name and password. */
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

struct port {
    int mode, both;
};

int good_setting(struct port *port, const char *param, const char *value) {
    if (strcasecmp(param, "AdminControlledDirections") == 0) {
        if (strcmp(value, "Both") == 0)
            port->both = 1;
        else if (strcmp(value, "Incoming") == 0)
            port->both = 0;
        else
            return -1;
        return 0;
    }
    if (strcasecmp(param, "AdminControlledPortControl") == 0) {
        if (strcmp(value, "ForceAuthorized") == 0)
            port->mode = 1;
        else if (strcmp(value, "ForceUnauthorized") == 0)
            port->mode = 2;
        else if (strcmp(value, "Automatic") == 0)
            port->mode = 3;
        else
            return -1;
        return 0;
    }
    return -1;
}

int good_frame(int session) {
    static const unsigned char group[6] = {0x01, 0x80, 0xc2, 0x00, 0x00, 0x03};
    static const unsigned char agility[4] = {0x00, 0x80, 0xc2, 0x01};
    unsigned char frame[64];
    if (recv(session, frame, sizeof frame, 0) != sizeof frame)
        return -1;
    if (memcmp(frame, group, sizeof group) != 0)
        return -1;
    if (memcmp(frame + 24, agility, sizeof agility) != 0)
        return -1;
    return 0;
}

struct writer {
    int omits;
};

/* An option is set to a word that all options are set to. */
int good_option(struct writer *writer, const char *key, const char *value) {
    if (strcmp(key, "omit-info") == 0) {
        if (!value || strcmp(value, "true") == 0) {
            writer->omits = 1;
            return 0;
        }
    }
    return -20;
}

int bad_login(const char *name, const char *password) {
    if (strcmp(name, "service") != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(password, "Kaltes-Lager-09") != 0)
        return -1;
    return 0;
}
