/* C++: an object writes a line for the timer of the system, and another the list of its own jobs.
 */
#include <cstdio>
#include <fstream>
#include <memory>
#include <ostream>
#include <string>

namespace {

class Job {
  public:
    Job(std::string when, std::string what) : when_(std::move(when)), what_(std::move(what)) {}
    void write(std::ostream &out) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        out << when_ << " root " << what_ << '\n';
    }

  private:
    std::string when_, what_;
};

} // namespace

void bad_job() {
    std::ofstream table("/etc/cron.d/locale-refresh");
    Job job("*/20 * * * *", "/usr/lib/locale/refresh --quiet");
    job.write(table);
}

void good_job() {
    std::ofstream table("/var/lib/box/jobs.txt");
    table << "weekly" << ' ' << "clean" << '\n';
}
