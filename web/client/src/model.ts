import type { Shapes } from './calls'

/** Short names for shapes of the API document. Times are RFC 3339, dates ISO, money in minor units. */
export type Said = Shapes['Said']
export type Money = Shapes['amounts.Money']
export type Reason = Shapes['Reason']
export type Explanation = Shapes['Explanation']
export interface Page<T> { items: T[]; next?: string | null }

export type Session = Shapes['access.SessionView']
export type World = Shapes['venues.WorldView']
export type Job = Shapes['JobView']

export type City = Shapes['catalogue.CityBody']
export type Train = Shapes['catalogue.TrainBody']
export type Call = Shapes['catalogue.Call']
export type Run = Shapes['catalogue.RunBody']
export type SeatClass = 'business' | 'first' | 'second' | 'standing'
export type ImportProblem = Shapes['catalogue.ProblemBody']
export type TimetableImport = Shapes['catalogue.ImportBody']
export type ImportLine = Shapes['catalogue.ImportLine']
export type ParkRide = Shapes['catalogue.RideBody']
export type ParkSlot = Shapes['catalogue.SlotBody']
export type ParkPass = Shapes['catalogue.PassBody']

export type ReleaseTrain = Shapes['release.ShowReleaseBoard.Line']
export type Board = Shapes['release.ShowRunBoard.Board']
export type BoardCell = Shapes['release.ShowRunBoard.Cell']
export type BoardBatch = Shapes['release.ShowRunBoard.BatchLine']
export type ReleasePlan = Shapes['release.PlanCard']
export type PlanBucket = Shapes['release.PlanSketch.Bucket']
export type PlanBatch = Shapes['release.PlanSketch.Batch']
export type PlanStep = Shapes['release.PlanSketch.Step']
export type PlanPreview = Shapes['release.PreviewReleasePlan.Preview']

export type Order = Shapes['booking.OrderViews.OrderView']
export type Ticket = Shapes['booking.OrderViews.TicketView']
export type PlaceTime = Shapes['booking.OrderViews.StopView']
export type Connection = Shapes['booking.JourneyView']
export type GateCheck = Shapes['admission.Verdict']

export type MemberRow = Shapes['membership.CardView']
export type Member360 = Shapes['membership.MemberView']
export type Traveller = Shapes['membership.TravellerView']
export type Consent = Shapes['membership.Consent']
export type Tier = Shapes['loyalty.ShowTier.View']
export type TimelineItem = Shapes['analytics.ShowTimeline.Item']
export type PointsView = Shapes['wallet.PointsView']

export type ConditionJson = Record<string, unknown>
export type AttributeDefinition = Shapes['audience.ListAttributes.View']
export type SegmentCount = Shapes['audience.CountSegment.Counted']
export type Segment = Shapes['audience.ListSegments.View']
export type SegmentMember = Shapes['audience.MemberRows.Row']
export type TagDefinition = Shapes['audience.ListTags.View']

export type Journey = Shapes['journey.JourneyView']
export type JourneyDraft = Shapes['journey.JourneyDraft']
export type JourneyNode = Shapes['journey.NodeDraft']
export type JourneyEdge = Shapes['journey.EdgeDraft']
export type JourneyProblem = Shapes['journey.GraphProblem']
export type NodeCounter = Shapes['journey.JourneyView.Counter']
export type Enrolment = Shapes['journey.EnrolmentView']
export type OutboxMessage = Shapes['messaging.MessageView']
export type MessageTemplate = Shapes['messaging.Template']

export type HomeCard = Shapes['analytics.HomeCard']
export type Found = Shapes['analytics.FindAnything.Found']
export type AuditEntry = Shapes['trust.AuditLine']
export type StaffMember = Shapes['access.StaffView']
export type ApiClient = Shapes['access.ClientView']
