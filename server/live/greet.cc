// Who a connection is: tokens and device keys (rules HS).
#include "base/hash.h"
#include "live/cafe.h"

namespace rebond {
namespace {

bool only_reads(v1::Role role) {
  return role == v1::ROLE_SCREEN;
}

Member member_with(Id access, const v1::TokenRecord& token, DeviceNumber device) {
  return Member{token.role(), token.table(), token.participant(), device, token.join(), access};
}

/// The device exchanged a join token of that role for a personal one.
bool has_joined(const v1::TokenRecord* held, const v1::TokenRecord& join) {
  return join.join() && held != nullptr && held->participant() != 0 && held->role() == join.role();
}

}  // namespace

void Cafe::greet(ConnectionId connection, const v1::Hello& hello) {
  if (hello.protocol_min() > kProtocolVersion || hello.protocol_max() < kProtocolVersion) {
    return audience_->on_refused(connection, v1::CLOSE_CODE_UPGRADE,
                                 "this server speaks protocol 1: reload the page");
  }
  if (hello.token().size() != kSecretBytes || hello.device_key().size() != kSecretBytes) {
    return audience_->on_refused(connection, v1::CLOSE_CODE_BAD_REQUEST,
                                 "token and device_key have 16 bytes each");
  }
  const std::optional<Id> token_id = private_state_.find_token(hello.token());
  if (!token_id) {
    return audience_->on_refused(connection, v1::CLOSE_CODE_UNAUTHENTICATED,
                                 "this link is not valid: ask for a new one");
  }
  Greeting greeting;
  const v1::TokenRecord& token = *private_state_.token(*token_id);
  if (only_reads(token.role())) {
    greeting.member = member_with(*token_id, token, 0);
  } else {
    const bool is_new = !private_state_.find_device(hello.device_key());
    if (is_new && private_state_.devices() >= environment_.limits.devices) {
      return audience_->on_refused(connection, v1::CLOSE_CODE_CONNECTIONS,
                                   "this café knows too many devices already");
    }
    const std::optional<DeviceNumber> device = admit_device(hello, *token_id);
    if (!device) {
      return audience_->on_refused(connection, v1::CLOSE_CODE_BAD_REQUEST,
                                   "this device key belongs to another link");
    }
    const std::optional<Member> member = member_of(*device);
    if (!member) {
      return audience_->on_refused(connection, v1::CLOSE_CODE_UNAUTHENTICATED,
                                   "your access was taken back: ask for a new link");
    }
    audience_->on_device(connection, *device);
    greeting.member = *member;
    greeting.last_command = private_state_.last_command(*device);
  }
  when_durable([this, connection, greeting] { audience_->on_greeted(connection, greeting); });
}

std::optional<DeviceNumber> Cafe::admit_device(const v1::Hello& hello, Id token) {
  if (const auto known = private_state_.find_device(hello.device_key())) {
    const Id held = private_state_.device(*known)->token();
    if (held == token) return known;
    // A device that joined may still show its join token: the answer to Join may have been lost.
    const bool joined = has_joined(private_state_.token(held), *private_state_.token(token));
    return joined ? known : std::nullopt;
  }
  const DeviceNumber number = private_state_.next_device();
  v1::DeviceRecord record;
  record.set_key_hash(hashed(hello.device_key()));
  record.set_token(token);
  PrivateWrite write = put_private(v1::PRIVATE_KIND_DEVICE, number, record);
  private_state_.apply(write);
  append(Append{header_.id(), std::nullopt, 0, nullptr, {std::move(write)}}, [] {});
  return number;
}

std::optional<Member> Cafe::member_of(DeviceNumber device) const {
  const v1::DeviceRecord* record = private_state_.device(device);
  if (record == nullptr) return std::nullopt;
  const v1::TokenRecord* token = private_state_.token(record->token());
  if (token == nullptr || token->revoked()) return std::nullopt;
  return member_with(record->token(), *token, device);
}

void Cafe::mint_participant_token(std::function<void(std::string token)> done) {
  if (!private_state_.find_token(code_token_)) {
    code_token_ = environment_.random.bytes(kSecretBytes);
    v1::TokenRecord record;
    record.set_token_hash(hashed(code_token_));
    record.set_role(v1::ROLE_PARTICIPANT);
    record.set_join(true);
    PrivateWrite write = put_private(v1::PRIVATE_KIND_TOKEN, private_state_.next_token(), record);
    private_state_.apply(write);
    append(Append{header_.id(), std::nullopt, 0, nullptr, {std::move(write)}}, [] {});
    tell(PrivateNews{.accesses = true});
  }
  when_durable([done = std::move(done), token = code_token_] { done(token); });
}

}  // namespace rebond
