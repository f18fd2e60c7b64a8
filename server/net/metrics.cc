// What /metrics says about the server, in the words of Prometheus.
#include "net/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>
#include <vector>

#include "net/site.h"

namespace rebond {
namespace {

prometheus::MetricFamily family(const char* name, const char* help, prometheus::MetricType type) {
  prometheus::MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = type;
  family.metric.emplace_back();
  return family;
}

prometheus::MetricFamily gauge(const char* name, const char* help, std::size_t value) {
  prometheus::MetricFamily gauge = family(name, help, prometheus::MetricType::Gauge);
  gauge.metric.front().gauge.value = static_cast<double>(value);
  return gauge;
}

prometheus::MetricFamily counter(const char* name, const char* help, std::uint64_t value) {
  prometheus::MetricFamily counter = family(name, help, prometheus::MetricType::Counter);
  counter.metric.front().counter.value = static_cast<double>(value);
  return counter;
}

}  // namespace

Measurements measure(const Site& site) {
  Measurements measured;
  measured.http_connections = site.admission.connections() - site.admission.live();
  measured.live_connections = site.admission.live();
  measured.pending_handshakes = site.admission.pending();
  measured.read_only = site.read_only;
  for (const Room* room : site.rooms.all()) {
    const RoomStats stats = room->stats();
    ++measured.cafes;
    measured.entries += stats.head;
    measured.commands += stats.commands;
    measured.rejections += stats.rejections;
    measured.snapshots_sent += stats.snapshots_sent;
    measured.bytes_sent += stats.bytes_sent;
    measured.alarms += stats.alarms;
  }
  return measured;
}

std::string metrics_text(const Measurements& measured) {
  const std::vector<prometheus::MetricFamily> families = {
      gauge("rebond_cafes", "Cafés that are open", measured.cafes),
      gauge("rebond_live_connections", "Devices connected to cafés", measured.live_connections),
      gauge("rebond_http_connections", "Other open connections", measured.http_connections),
      gauge("rebond_pending_handshakes", "Connections whose first request is not complete",
            measured.pending_handshakes),
      gauge("rebond_read_only", "1 while the disk is nearly full", measured.read_only ? 1 : 0),
      gauge("rebond_entries", "Entries in the histories of all cafés", measured.entries),
      counter("rebond_commands_total", "Commands decided", measured.commands),
      counter("rebond_rejections_total", "Commands rejected", measured.rejections),
      counter("rebond_snapshots_sent_total", "Snapshots sent to devices", measured.snapshots_sent),
      counter("rebond_sent_bytes_total", "Bytes sent to devices", measured.bytes_sent),
      counter("rebond_alarms_total", "Devices whose copy of a café was not the server's",
              measured.alarms),
  };
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace rebond
